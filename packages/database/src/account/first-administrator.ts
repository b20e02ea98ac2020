import { randomBytes, randomUUID } from "node:crypto";
import { createDataSource } from "../data-source";
import { AccountRepository } from "./account.repository";

/** Makes the administrator of a new system; undefined when there are accounts already. */
export async function createFirstAdministrator(
  ownerUrl: string,
  hash: (password: string) => Promise<string>,
): Promise<{ login: string; password: string } | undefined> {
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, applicationName: "first-administrator" });
  await dataSource.initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ known: boolean }[]>(
        "select exists (select 1 from account) as known",
      );
      if (row?.known === true) return undefined;
      const login = "admin";
      const password = randomBytes(12).toString("base64url");
      await new AccountRepository().create(manager, {
        id: randomUUID(),
        login,
        displayName: "系统管理员",
        passwordHash: await hash(password),
        role: "administrator",
        areaCode: null,
        helperId: null,
        mustChangePassword: true,
      });
      return { login, password };
    });
  } finally {
    await dataSource.destroy();
  }
}
