import { useSession } from "../session/session";
import { placeWithin } from "../wording/place";

export function Place({ name }: { name: string }) {
  const { areaName } = useSession();
  return <span title={name}>{placeWithin(name, areaName)}</span>;
}
