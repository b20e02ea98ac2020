import { Visitor } from "../support/http";
import { COUNTY, OTHER_COUNTY, TestWorld } from "../support/world";

describe("signing in", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("five wrong passwords lock the account for a while, and an unknown login looks like a wrong password", async () => {
    const clerk = await world.as("auditor");
    expect((await clerk.get("/api/pairings")).status).toBe(200);
    const guesser = new Visitor(world.baseUrl);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await guesser.signIn("auditor.all.nobody", `guess ${attempt}`)).toMatchObject({
        status: 401,
        body: { code: "SIGN_IN_FAILED" },
      });
    expect(await guesser.signIn("auditor.all.nobody", "a password of the tests")).toMatchObject({
      status: 423,
      body: { code: "ACCOUNT_LOCKED" },
    });
    expect(await guesser.signIn("nobody.of.this.name", "whatever it is")).toMatchObject({
      status: 401,
      body: { code: "SIGN_IN_FAILED" },
    });
  });

  it("guesses at the same time are counted too, and so are those at the present password", async () => {
    const visitor = await world.as("auditor", COUNTY);
    const guesser = new Visitor(world.baseUrl);
    const guesses = Array.from({ length: 12 }, (_each, index) =>
      guesser.signIn(`auditor.${COUNTY}.nobody`, `guess ${index}`),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 423)).toHaveLength(7);
    const other = await world.as("auditor", OTHER_COUNTY);
    for (let attempt = 0; attempt < 6; attempt += 1)
      expect(
        (
          await other.send("post", "/api/session/password", {
            present: `guess ${attempt}`,
            next: "a longer one of my own",
          })
        ).status,
      ).toBe(attempt < 5 ? 401 : 423);
    expect((await visitor.get("/api/pairings")).status).toBe(200);
  });

  it("a new account changes its first password before anything else, and signing out ends the session", async () => {
    const administrator = await world.as("administrator");
    const { body } = await administrator.post<{ firstPassword: string }>(
      "/api/accounts",
      { login: "new.clerk", displayName: "新人", role: "auditor", areaCode: null, helperId: null },
      "new-clerk",
    );
    const again = await administrator.post(
      "/api/accounts",
      { login: "new.clerk", displayName: "新人", role: "auditor", areaCode: null, helperId: null },
      "new-clerk",
    );
    expect(again).toMatchObject({ status: 201, body: { firstPassword: null } });
    const visitor = new Visitor(world.baseUrl);
    expect((await visitor.signIn("new.clerk", body.firstPassword)).body).toMatchObject({
      mustChangePassword: true,
    });
    expect(await visitor.get("/api/pairings")).toMatchObject({
      status: 403,
      body: { facts: { mustChangePassword: true } },
    });
    expect(
      (
        await visitor.send("post", "/api/session/password", {
          present: body.firstPassword,
          next: "a longer one of my own",
        })
      ).status,
    ).toBe(204);
    expect((await visitor.get("/api/pairings")).status).toBe(200);
    expect((await visitor.send("delete", "/api/session")).status).toBe(204);
    expect((await visitor.get("/api/pairings")).status).toBe(401);
  });

  it("whoever forgot the password, or is locked out, gets a first one from the administrator, and every session ends", async () => {
    const administrator = await world.as("administrator");
    const account = {
      login: "forgetful",
      displayName: "忘事",
      role: "auditor",
      areaCode: null,
      helperId: null,
    };
    const { body: made } = await administrator.post<{ id: string; firstPassword: string }>(
      "/api/accounts",
      account,
    );
    const visitor = new Visitor(world.baseUrl);
    await visitor.signIn(account.login, made.firstPassword);
    const own = { present: made.firstPassword, next: "soon to be forgotten" };
    await visitor.send("post", "/api/session/password", own);
    expect((await visitor.get("/api/pairings")).status).toBe(200);
    const guesser = new Visitor(world.baseUrl);
    for (let attempt = 0; attempt < 5; attempt += 1) await guesser.signIn(account.login, `guess ${attempt}`);
    expect((await guesser.signIn(account.login, own.next)).status).toBe(423);

    const path = `/api/accounts/${made.id}/reset-password`;
    const { body: reset } = await administrator.post<{ firstPassword: string }>(path, {}, "reset");
    expect(await administrator.post(path, {}, "reset")).toMatchObject({
      status: 200,
      body: { login: account.login, firstPassword: null },
    });
    expect((await visitor.get("/api/pairings")).status).toBe(401);
    expect((await guesser.signIn(account.login, own.next)).status).toBe(401);
    expect((await visitor.signIn(account.login, reset.firstPassword)).body).toMatchObject({
      mustChangePassword: true,
    });

    await administrator.post(`/api/accounts/${made.id}/disable`, {});
    expect(await administrator.post(path, {})).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });
});
