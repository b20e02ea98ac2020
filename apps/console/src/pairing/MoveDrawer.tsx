import { Drawer } from "antd";
import type { Pairing } from "../api/types";
import type { MovePanel } from "../app/search";
import { capital } from "../wording/capital";
import { useWords } from "../wording/useWords";
import { ApproveClosingForm, RejectClosingForm, RequestClosingForm } from "./ClosingForms";
import { AcceptHandoverForm, DeclineHandoverForm, ProposeHandoverForm } from "./HandoverForms";
import { OccasionForm } from "./OccasionForm";
import { VisitForm } from "./VisitForm";
import { VoidVisitForm } from "./VoidVisitForm";

interface Props {
  pairing: Pairing;
  act: MovePanel | undefined;
  visit: string | undefined;
  onClose: () => void;
}

/** The form of the move that the address names. */
export function MoveDrawer({ pairing, act, visit, onClose }: Props) {
  const { term } = useWords();
  return (
    <Drawer
      open={act !== undefined}
      onClose={onClose}
      title={act === undefined ? "" : `${capital(term("move", act))} · ${pairing.subject.name}`}
      size={520}
      destroyOnHidden
    >
      {act === undefined ? null : <MoveForm pairing={pairing} act={act} visit={visit} onDone={onClose} />}
    </Drawer>
  );
}

function MoveForm({
  pairing,
  act,
  visit,
  onDone,
}: {
  pairing: Pairing;
  act: MovePanel;
  visit: string | undefined;
  onDone: () => void;
}) {
  switch (act) {
    case "recordVisit":
      return <VisitForm pairing={pairing} onDone={onDone} />;
    case "voidVisit":
      return <VoidVisitForm pairing={pairing} visit={visit} onDone={onDone} />;
    case "reportOccasion":
      return <OccasionForm pairing={pairing} onDone={onDone} />;
    case "proposeHandover":
      return <ProposeHandoverForm pairing={pairing} onDone={onDone} />;
    case "acceptHandover":
      return <AcceptHandoverForm pairing={pairing} onDone={onDone} />;
    case "declineHandover":
      return <DeclineHandoverForm pairing={pairing} onDone={onDone} />;
    case "requestClosing":
      return <RequestClosingForm pairing={pairing} onDone={onDone} />;
    case "approveClosing":
      return <ApproveClosingForm pairing={pairing} onDone={onDone} />;
    case "rejectClosing":
      return <RejectClosingForm pairing={pairing} onDone={onDone} />;
  }
}
