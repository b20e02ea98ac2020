import { loadProvince } from "./areas";

/** `npm run load-province -w @jiedui/database -- 62`, with `DATABASE_URL_OWNER` set. */
async function main(): Promise<void> {
  const [province = ""] = process.argv.slice(2);
  const ownerUrl = process.env["DATABASE_URL_OWNER"];
  if (!/^\d\d$/.test(province) || ownerUrl === undefined)
    throw new Error(
      "Say which province by the first two digits of its code, and set DATABASE_URL_OWNER: npm run load-province -w @jiedui/database -- 62",
    );
  const loaded = await loadProvince(ownerUrl, province, (count) => console.log(`${count} areas loaded`));
  console.log(`${loaded} areas of province ${province} are there`);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
