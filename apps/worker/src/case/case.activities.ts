import type { ActInput, ActOutcome, CarriedCase, CaseActivities } from "@jiedui/workflow-contracts";
import { ApplicationFailure } from "@temporalio/common";
import { activityInfo } from "@temporalio/activity";
import { Injectable } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { actSeconds } from "../health/worker-metrics";
import { CaseRecorder } from "./case.recorder";
import { RECORDED_KINDS, isRecordedKind } from "./kinds";
import { RecorderPools } from "./recorder-pools";

async function measured<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const ended = actSeconds.startTimer({ way: activityInfo().isLocal ? "inline" : "durable" });
  try {
    const answer = await work();
    ended({ outcome: "recorded" });
    return answer;
  } catch (failure) {
    ended({ outcome: "failed" });
    throw failure;
  }
}

/** The shell's activities: thin, repeatable, over the recorder. */
@Injectable()
export class CaseActivitiesService implements CaseActivities {
  private readonly recorders = { pairing: new CaseRecorder(RECORDED_KINDS.pairing) };

  constructor(private readonly pools: RecorderPools) {}

  act(input: ActInput): Promise<ActOutcome> {
    return measured(() => this.onPool((dataSource) => this.recorderOf(input.kind).act(dataSource, input)));
  }

  loadCase(kind: string, caseId: string): Promise<CarriedCase | undefined> {
    return this.onPool((dataSource) => this.recorderOf(kind).load(dataSource, caseId));
  }

  /** The inline attempt has short time limits and is skipped while PostgreSQL is known to be away. */
  private async onPool<Answer>(work: (dataSource: DataSource) => Promise<Answer>): Promise<Answer> {
    if (!activityInfo().isLocal) return work(this.pools.durable);
    if (this.pools.isKnownBad())
      throw ApplicationFailure.nonRetryable("PostgreSQL is known to be away", "RecorderAway");
    try {
      return await work(this.pools.inline);
    } catch (failure) {
      this.pools.noteFailure(failure);
      throw failure;
    }
  }

  private recorderOf(kind: string): (typeof this.recorders)["pairing"] {
    if (!isRecordedKind(kind)) throw new Error(`no recorder for a case of kind ${kind}`);
    return this.recorders[kind];
  }
}
