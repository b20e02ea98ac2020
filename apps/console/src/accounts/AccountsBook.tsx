import { Form, Input, Modal, Select, Space } from "antd";
import { useState } from "react";
import { api } from "../api/routes";
import type { Account, CreateAccount, CreatedAccount, ResetPassword, Role } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { CommandForm } from "../forms/CommandForm";
import { AreaPicker, HelperPicker } from "../forms/pickers";
import { useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import type { AccountsTabProps } from "./accountsTabProps";
import { AdminBook } from "./AdminBook";
import { AskingButton } from "./AskingButton";
import { FirstPassword } from "./FirstPassword";

const ROLE_ORDER: readonly Role[] = [
  "county-office",
  "township-office",
  "helper",
  "auditor",
  "engineer",
  "administrator",
];

/** Everybody else works everywhere, or on the own pairings alone. */
const WORKS_IN_AN_AREA: readonly Role[] = ["county-office", "township-office", "auditor"];

export function AccountsBook(props: AccountsTabProps) {
  const { t, term } = useWords();
  const { accountId } = useSession();
  const status = ({ disabled }: Account) => (
    <MeaningTag meaning={disabled ? "not-yet" : "done"}>
      {t(disabled ? "accounts.disabled" : "accounts.active")}
    </MeaningTag>
  );
  const [reset, setReset] = useState<ResetPassword>();
  const acts = ({ id, disabled, displayName }: Account) =>
    disabled || id === accountId ? null : (
      <Space>
        <AskingButton<ResetPassword>
          key={reset?.id === id ? reset.firstPassword : "untouched"}
          name={`reset-password:${id}`}
          verb={t("accounts.resetPassword")}
          question={t("accounts.resetPasswordText", { name: displayName })}
          send={api.resetPassword(id)}
          onDone={setReset}
        />
        <AskingButton
          name={`disable-account:${id}`}
          verb={t("accounts.disable")}
          question={t("accounts.disableText", { name: displayName })}
          send={api.disableAccount(id)}
        />
      </Space>
    );
  return (
    <>
      <AdminBook<Account>
        {...props}
        name="accounts"
        title={t("accounts.accounts")}
        read={api.accounts}
        rowKey={({ id }) => id}
        addWord={t("accounts.create")}
        emptyTitle={t("accounts.emptyAccounts")}
        emptyText={t("accounts.emptyAccountsText")}
        columns={[
          {
            key: "name",
            title: t("accounts.displayName"),
            always: true,
            render: ({ displayName }) => <span className="row-name">{displayName}</span>,
          },
          { key: "login", title: t("accounts.login"), render: ({ login }) => <code>{login}</code> },
          { key: "role", title: t("accounts.role"), render: ({ role }) => term("role", role) },
          {
            key: "area",
            title: t("accounts.area"),
            render: ({ areaCode, areaName }) => areaName ?? areaCode ?? t("frame.wholeCountry"),
          },
          { key: "status", title: t("register.status"), render: status },
          { key: "acts", title: t("common.acts"), always: true, render: acts },
        ]}
        card={(account) => (
          <>
            <div className="card-head">
              <span className="row-name">{account.displayName}</span>
              {status(account)}
            </div>
            <div className="card-foot">
              <span className="quiet">
                {term("role", account.role)} · <code>{account.login}</code>
              </span>
              {acts(account)}
            </div>
          </>
        )}
      >
        <CreateAccountForm />
      </AdminBook>
      <Modal
        open={reset !== undefined}
        onCancel={() => setReset(undefined)}
        footer={null}
        title={t("accounts.resetPassword")}
      >
        {reset === undefined ? null : (
          <FirstPassword
            title={t("accounts.resetTitle")}
            text={t(reset.firstPassword === null ? "accounts.resetBefore" : "accounts.createdText")}
            login={reset.login}
            password={reset.firstPassword}
          />
        )}
      </Modal>
    </>
  );
}

function CreateAccountForm() {
  const { t, term } = useWords();
  const [created, setCreated] = useState<CreatedAccount>();
  if (created !== undefined)
    return (
      <FirstPassword
        title={t("accounts.createdTitle")}
        text={t(created.firstPassword === null ? "accounts.createdBefore" : "accounts.createdText")}
        login={created.login}
        password={created.firstPassword}
      />
    );
  return (
    <CommandForm<CreateAccount, CreateAccount, CreatedAccount>
      name="create-account"
      verb={t("accounts.create")}
      send={api.createAccount}
      initial={{ role: "helper" }}
      bodyOf={({ login, displayName, role, areaCode, helperId }) => ({
        login,
        displayName,
        role,
        areaCode: WORKS_IN_AN_AREA.includes(role) ? (areaCode ?? null) : null,
        helperId: role === "helper" ? (helperId ?? null) : null,
      })}
      onDone={setCreated}
    >
      {({ role }) => (
        <>
          <Form.Item
            name="displayName"
            label={t("accounts.displayName")}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="login"
            label={t("accounts.login")}
            extra={t("accounts.loginHint")}
            rules={[
              { required: true },
              { pattern: /^[a-z0-9][a-z0-9._-]{2,63}$/, message: t("accounts.loginHint") },
            ]}
          >
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
          <Form.Item name="role" label={t("accounts.role")} rules={[{ required: true }]}>
            <Select options={ROLE_ORDER.map((each) => ({ value: each, label: term("role", each) }))} />
          </Form.Item>
          {role === "helper" ? (
            <Form.Item
              name="helperId"
              label={t("accounts.helper")}
              extra={t("accounts.helperHint")}
              rules={[{ required: true }]}
            >
              <HelperPicker />
            </Form.Item>
          ) : null}
          {role !== undefined && WORKS_IN_AN_AREA.includes(role) ? (
            <Form.Item name="areaCode" label={t("accounts.area")} rules={[{ required: role !== "auditor" }]}>
              <AreaPicker allowClear placeholder={t("register.searchAreas")} />
            </Form.Item>
          ) : null}
        </>
      )}
    </CommandForm>
  );
}
