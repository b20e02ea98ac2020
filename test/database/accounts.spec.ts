import { randomUUID } from "node:crypto";
import { AccountRepository } from "@jiedui/database";
import { ScratchWorld } from "./scratch-world";

describe("accounts", () => {
  let world: ScratchWorld;
  const accounts = new AccountRepository();
  beforeAll(async () => (world = await ScratchWorld.open()), 60_000);
  afterAll(() => world.close());

  const newAdministrator = async (): Promise<string> => {
    const id = randomUUID();
    await accounts.create(world.owner.manager, {
      id,
      login: id,
      displayName: "管理员",
      passwordHash: "",
      role: "administrator",
      areaCode: null,
      helperId: null,
      mustChangePassword: false,
    });
    return id;
  };

  it("one administrator is always left, also when two take each other out of use", async () => {
    const [one, other] = [await newAdministrator(), await newAdministrator()];
    const disable = (id: string) => world.app.transaction((manager) => accounts.disable(manager, id));
    expect((await Promise.all([disable(one), disable(other)])).sort()).toEqual([
      "disabled",
      "last-administrator",
    ]);
    const third = await newAdministrator();
    const outcomes = [await disable(one), await disable(other), await disable(third)];
    expect(outcomes.filter((outcome) => outcome === "last-administrator")).toHaveLength(1);
    expect(await disable(randomUUID())).toBe("not-found");
  });
});
