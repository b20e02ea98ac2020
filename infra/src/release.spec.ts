import { applicationEnvironment } from "./application";
import { releaseName } from "./release";

describe("the release's name", () => {
  const options = {
    world: "live",
    urls: { owner: "", app: "", recorder: "", reader: "" },
    apiPort: 1,
    workerPort: 2,
    stack: { temporalAddress: "127.0.0.1:7233", canSkipTime: true, dataDir: "data" },
  } as const;

  afterEach(() => delete process.env.JIEDUI_RELEASE);

  it("is version and commit, and the worker is told it", () => {
    expect(releaseName()).toMatch(/^\d+\.\d+\.\d+(\+[0-9a-f]{7,})?$/);
    expect(applicationEnvironment(options).worker.JIEDUI_RELEASE).toBe(releaseName());
  });

  it("is what whoever starts it says, if they say anything", () => {
    process.env.JIEDUI_RELEASE = "trial";
    expect(applicationEnvironment(options).worker.JIEDUI_RELEASE).toBe("trial");
  });
});
