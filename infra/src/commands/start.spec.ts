import { PlainError } from "../say";
import { readStartRequest, refuseToEraseElsewhere } from "./start";

describe("npm start", () => {
  it("reads its flags, and refuses what it does not know by the verb's own name", () => {
    expect(readStartRequest("npm start", ["--fresh", "--yes"])).toEqual({
      fresh: true,
      mayErase: true,
      rehearsal: false,
    });
    expect(() => readStartRequest("npm run dev", ["--frsh"])).toThrow(/^npm run dev does not know --frsh/);
  });

  it("does not claim to erase what lies on somebody else's PostgreSQL or engine, and names what is there", () => {
    const refuse = (env: NodeJS.ProcessEnv) => () => refuseToEraseElsewhere(env);
    const withDatabase = refuse({ DATABASE_URL: "postgresql://name:secret@host:5432/postgres" });
    expect(withDatabase).toThrow(PlainError);
    expect(withDatabase).toThrow(/host:5432.*jiedui_live, jiedui_rehearsal, temporal, temporal_visibility/);
    expect(withDatabase).not.toThrow(/secret/);
    expect(refuse({ TEMPORAL_ADDRESS: "engine:7233" })).toThrow(/engine:7233/);
    expect(refuse({})).not.toThrow();
  });
});
