import { useNavigate } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState, type SyntheticEvent } from "react";
import { useWords } from "../wording/useWords";

/** Opens a case's raw history by its number. */
export function FindCase() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [caseId, setCaseId] = useState("");
  const show = (event: SyntheticEvent) => {
    event.preventDefault();
    if (caseId.trim() !== "")
      void navigate({ to: "/engine/$caseId", params: { caseId: caseId.trim() }, search: {} });
  };
  return (
    <form className="surface engine-part find-case" onSubmit={show}>
      <h2>{t("engine.findCase")}</h2>
      <div className="find-case-line">
        <Input
          value={caseId}
          onChange={({ target }) => setCaseId(target.value)}
          placeholder={t("engine.findCaseHint")}
          aria-label={t("engine.findCaseHint")}
          maxLength={64}
        />
        <Button htmlType="submit">{t("engine.show")}</Button>
      </div>
    </form>
  );
}
