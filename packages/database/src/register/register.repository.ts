import type { EntityManager } from "typeorm";
import { soundOf } from "./pinyin";

export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly areaCode: string;
}
export interface NewHelper {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly unitId: string;
  readonly areaCode: string;
  readonly phone: string | null;
}
export interface NewMember {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly residentId: string | null;
  readonly residentIdUnverifiedReason: string | null;
  readonly birthday: string | null;
  readonly sex: string | null;
  readonly joinedPartyOn: string | null;
}
export interface NewSubject {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly areaCode: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly members: readonly NewMember[];
}

export class OrganisationRepository {
  async create(manager: EntityManager, { id, name, kind, areaCode }: NewOrganisation): Promise<void> {
    const sound = soundOf(name);
    await manager.query(
      "insert into organisation (id, name, kind, area_code, pinyin, initials) values ($1, $2, $3, $4, $5, $6)",
      [id, name, kind, areaCode, sound.pinyin, sound.initials],
    );
  }
}

export class HelperRepository {
  /** @returns false when there is no such unit in the asker's scope */
  async create(manager: EntityManager, helper: NewHelper): Promise<boolean> {
    const sound = soundOf(helper.name);
    const rows = await manager.query<unknown[]>(
      `insert into helper (id, name, rank, unit_id, area_code, phone, pinyin, initials)
       select $1, $2, $3, unit.id, $5, $6, $7, $8 from organisation unit where unit.id = $4 returning id`,
      [
        helper.id,
        helper.name,
        helper.rank,
        helper.unitId,
        helper.areaCode,
        helper.phone,
        sound.pinyin,
        sound.initials,
      ],
    );
    return rows.length === 1;
  }

  /**
   * Out of service from that day; pairings stay with the seat, which is empty until a successor holds it.
   * @returns the day from which the helper is out of service, another than that one when it stood before
   */
  async retire(manager: EntityManager, id: string, retiredOn: string): Promise<string | undefined> {
    const [rows] = await manager.query<[{ retiredOn: string }[], number]>(
      `update helper set retired_on = coalesce(retired_on, $2) where id = $1 returning to_char(retired_on, 'YYYY-MM-DD') as "retiredOn"`,
      [id, retiredOn],
    );
    return rows[0]?.retiredOn;
  }
}

export class SubjectRepository {
  async create(manager: EntityManager, subject: NewSubject): Promise<void> {
    const sound = soundOf(subject.name);
    await manager.query(
      "insert into subject (id, kind, name, area_code, address, phone, pinyin, initials) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      [
        subject.id,
        subject.kind,
        subject.name,
        subject.areaCode,
        subject.address,
        subject.phone,
        sound.pinyin,
        sound.initials,
      ],
    );
    for (const member of subject.members)
      await manager.query(
        `insert into household_member (id, subject_id, name, relation, resident_id, resident_id_unverified_reason, birthday, sex, joined_party_on, area_code)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          member.id,
          subject.id,
          member.name,
          member.relation,
          member.residentId,
          member.residentIdUnverifiedReason,
          member.birthday,
          member.sex,
          member.joinedPartyOn,
          subject.areaCode,
        ],
      );
  }
}

/** Commands on the register are answered once a key, like those on a case. */
export class RegisterCommandRepository {
  async find(
    manager: EntityManager,
    accountId: string,
    key: string,
  ): Promise<{ bodyHash: string; answer: unknown } | undefined> {
    const [row] = await manager.query<{ bodyHash: string; answer: unknown }[]>(
      `select body_hash as "bodyHash", answer from register_command where account_id = $1 and key = $2`,
      [accountId, key],
    );
    return row;
  }

  async save(
    manager: EntityManager,
    accountId: string,
    key: string,
    bodyHash: string,
    answer: unknown,
  ): Promise<void> {
    await manager.query(
      "insert into register_command (account_id, key, body_hash, answer) values ($1, $2, $3, $4)",
      [accountId, key, bodyHash, JSON.stringify(answer)],
    );
  }
}
