import { loadProvince } from "./areas";

/** `npm run load-province -- 62` on a running system, which names the owner's way in by `DATABASE_URL_OWNER`. */
async function main(): Promise<void> {
  const [province = ""] = process.argv.slice(2);
  const ownerUrl = process.env["DATABASE_URL_OWNER"];
  if (ownerUrl === undefined) throw new Error("DATABASE_URL_OWNER is not set.");
  const loaded = await loadProvince(ownerUrl, province, (count) => console.log(`${count} areas loaded`));
  if (loaded === 0) throw new Error(`No province has a division code that begins with ${province}.`);
  console.log(`${loaded} areas of province ${province} are there`);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
