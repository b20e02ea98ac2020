import { accounts, engine, register } from "./register";
import { away } from "./away";
import { command, common, failure } from "./common";
import { correction } from "./correction";
import { events, handover, moveBars, moves, pairing, visit } from "./pairing";
import { dossier, paper } from "./dossier";
import { evidence } from "./evidence";
import { frame, session, today } from "./frame";
import { lookBack } from "./look-back";
import { opening, pairings } from "./pairings";
import { household } from "./household";
import { monthEnd } from "./month-end";
import { households } from "./households";
import { liftOut } from "./lift-out";
import { measure, plan } from "./plan";
import { draw, liftedOut, notice, sheet } from "./notice";
import { outcomes, problems, refusals } from "./refusals";
import { rosters } from "./rosters";
import { sham } from "./sham";
import { terms } from "./terms";
import { why } from "./why";

export const zh = {
  terms,
  common,
  command,
  failure,
  frame,
  session,
  today,
  pairings,
  opening,
  pairing,
  visit,
  moves,
  handover,
  moveBars,
  events,
  away,
  evidence,
  household,
  liftOut,
  correction,
  plan,
  measure,
  households,
  dossier,
  sheet,
  lookBack,
  why,
  register,
  accounts,
  engine,
  rosters,
  sham,
  notice,
  draw,
  liftedOut,
  paper,
  monthEnd,
  refusals,
  problems,
  outcomes,
};
