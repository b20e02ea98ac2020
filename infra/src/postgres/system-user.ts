import { spawnSync } from "node:child_process";
import { isRoot } from "../folders";
import { PlainError } from "../say";

export interface SystemUser {
  uid: number;
  gid: number;
}

const NAME = "jiedui-postgres";

/** PostgreSQL refuses to run as root: under root it gets a user of its own, made once. */
export function provideSystemUser(): SystemUser | undefined {
  if (!isRoot()) return undefined;
  const found = findUser();
  if (found) return found;
  const made = [
    [
      "useradd",
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/bin/false",
      NAME,
    ],
    ["adduser", "-S", "-D", "-H", "-s", "/bin/false", NAME],
  ].some(([command, ...args]) => spawnSync(command ?? "", args, { stdio: "ignore" }).status === 0);
  const user = made ? findUser() : undefined;
  if (user) return user;
  throw new PlainError(
    `PostgreSQL does not run as root and the user ${NAME} could not be created: create it, start as an ordinary user, or set DATABASE_URL.`,
  );
}

function findUser(): SystemUser | undefined {
  const ask = (what: "-u" | "-g") => spawnSync("id", [what, NAME], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
