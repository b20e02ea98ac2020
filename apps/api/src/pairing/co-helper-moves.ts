import { addCoHelperRequest, endCoHelperRequest } from "@jiedui/http-contracts";
import { helpersInScope } from "./helpers-in-scope";
import { moveRoute } from "./move-route";

const noteOf = (note: string) => ({ purpose: "co-helper-note", body: { note } });

export const CO_HELPER_MOVES = {
  addCoHelper: moveRoute("addCoHelper", {
    request: addCoHelperRequest,
    permission: "pairing:change-co-helpers",
    summary: "Somebody helps along from a day on: a cadre, an entrepreneur or an organisation",
    async prepare({ helperId, happenedOn, note }, { manager }) {
      const [{ id, rank }] = await helpersInScope(manager, [helperId]);
      return { payload: { helper: { id, rank }, happenedOn }, content: noteOf(note) };
    },
  }),
  endCoHelper: moveRoute("endCoHelper", {
    request: endCoHelperRequest,
    permission: "pairing:change-co-helpers",
    summary: "A co-helper helps along no longer after a day, with a reason",
    prepare: ({ helperId, reason, happenedOn, note }) => ({
      payload: { helperId, reason, happenedOn },
      content: noteOf(note),
    }),
  }),
};
