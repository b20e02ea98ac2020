import { useQuery } from "@tanstack/react-query";
import { ConfigProvider, Drawer } from "antd";
import { api } from "../api/routes";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { VisitForm } from "../pairing/VisitForm";
import { useWords } from "../wording/useWords";

/** For thumbs; and a telephone does not zoom into letters of this size. */
const BIG = { token: { controlHeight: 44, fontSize: 16 } };

export const pairingQuery = (caseId: string) => ({
  queryKey: ["pairing", caseId, undefined],
  queryFn: () => api.pairing(caseId, {}),
  staleTime: 5 * 60_000,
});

/** The short form of a visit. */
export function VisitSheet({
  caseId,
  onClose,
  onSent,
}: {
  caseId: string | undefined;
  onClose: () => void;
  onSent: () => void;
}) {
  const { t } = useWords();
  const pairing = useQuery({ ...pairingQuery(caseId ?? ""), enabled: caseId !== undefined });
  const name = pairing.data?.subject.name;
  return (
    <ConfigProvider theme={BIG}>
      <Drawer
        open={caseId !== undefined}
        onClose={onClose}
        title={name === undefined ? t("visit.title") : `${t("visit.title")} · ${name}`}
        size={520}
        destroyOnHidden
      >
        {caseId === undefined ? null : (
          <WhenRead query={pairing} skeleton={<SkeletonRows rows={4} height={64} />}>
            {(data) => <VisitForm pairing={data} onDone={onSent} />}
          </WhenRead>
        )}
      </Drawer>
    </ConfigProvider>
  );
}
