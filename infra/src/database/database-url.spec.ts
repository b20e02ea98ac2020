import { PlainError } from "../say";
import { parseDatabaseUrl } from "./database-url";

describe("DATABASE_URL", () => {
  it.each(["garbage", "localhost:5432/secret", "https://name:secret@host/x", "postgresql:///secret", ""])(
    "is refused as %p in one sentence that does not repeat it",
    (text) => {
      const parse = () => parseDatabaseUrl(text);
      expect(parse).toThrow(PlainError);
      expect(parse).toThrow(/DATABASE_URL is not the address of a PostgreSQL/);
      expect(parse).not.toThrow(/secret|garbage/);
    },
  );

  it("may have either of PostgreSQL's two protocols", () => {
    expect(parseDatabaseUrl("postgres://name:secret@host/x").host).toBe("host");
    expect(parseDatabaseUrl("postgresql://name:secret@host:5433/x").host).toBe("host:5433");
  });
});
