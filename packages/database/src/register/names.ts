/**
 * The name of a helper or a unit in a case that the reader sees: from the joined row, or without one when the row itself
 * lies outside the reader's area.
 */
export function nameIn(table: string, id: string): string {
  return `coalesce(${table}.name, (select name from helper_and_unit_names(array[${id}])), '')`;
}
