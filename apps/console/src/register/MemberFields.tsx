import { Button } from "antd";
import { useWords } from "../wording/useWords";
import { PersonFields } from "./PersonFields";

/** One member of several. */
export function MemberFields({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useWords();
  return (
    <div className="member surface">
      <div className="member-head">
        <strong>{t("register.memberNumber", { number: index + 1 })}</strong>
        <Button
          type="text"
          size="small"
          onClick={onRemove}
          aria-label={`${t("register.removeMember")} ${index + 1}`}
        >
          {t("register.removeMember")}
        </Button>
      </div>
      <PersonFields at={[index]} absolute={["members", index]} />
    </div>
  );
}
