import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import { useWords } from "../wording/useWords";

/** What this morning's digest said, for whoever has not read it elsewhere. */
export function DigestLine() {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ["inbox", "digest"], queryFn: () => api.inboxDigest() });
  const digest = data?.digest ?? null;
  if (digest === null) return null;
  const { newlyDue, newlyOverdue, escalated, repeated } = digest;
  const parts = [
    ...(newlyDue > 0 ? [t("today.digestDue", { count: newlyDue })] : []),
    ...(newlyOverdue > 0 ? [t("today.digestOverdue", { count: newlyOverdue })] : []),
    ...(escalated > 0 ? [t("today.digestEscalated", { count: escalated })] : []),
    ...(repeated > 0 ? [t("today.digestRepeated", { count: repeated })] : []),
  ];
  return (
    <p className="digest-line">
      <strong>{t("today.digest")}</strong> {parts.join(t("outcomes.separator"))}
    </p>
  );
}
