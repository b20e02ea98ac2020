import type { ShamJudgement } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

/** What must be known of a sign before somebody judges it. */
export interface SignToJudge {
  readonly helperId: string;
  readonly enteredBy: readonly string[];
}

/** Judgements of signs, by those who see them. */
export class ShamJudgementRepository {
  /** @returns undefined when there is no such sign for the asking account */
  async find(manager: EntityManager, signId: string): Promise<SignToJudge | undefined> {
    const [sign] = await manager.query<SignToJudge[]>(
      `select s.helper_id as "helperId", array(select r.entered_by from sham_sign_visit v join recorded_visit r using (case_id, seq) where v.sign_id = s.id) as "enteredBy"
       from sham_sign s where s.id = $1 and s.withdrawn_at is null`,
      [signId],
    );
    return sign;
  }

  async record(
    manager: EntityManager,
    judged: {
      readonly signId: string;
      readonly accountId: string;
      readonly judgement: ShamJudgement;
      readonly note: string;
    },
  ): Promise<void> {
    const { signId, accountId, judgement, note } = judged;
    await manager.query(
      `insert into sham_judgement (sign_id, area_code, judgement, note, account_id) select id, area_code, $2, $3, $4 from sham_sign where id = $1`,
      [signId, judgement, note, accountId],
    );
    await manager.query("update sham_sign set judgement = $2, judged_at = world_now() where id = $1", [
      signId,
      judgement,
    ]);
  }
}
