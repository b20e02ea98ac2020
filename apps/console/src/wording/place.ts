/** A place as it is said inside one's own area: what lies above that area goes without saying. */
export function placeWithin(place: string, scope: string | null): string {
  if (scope === null || scope === "") return place;
  const at = place.indexOf(scope);
  const inside = at === -1 ? place : place.slice(at + scope.length);
  return inside === "" ? place : inside;
}
