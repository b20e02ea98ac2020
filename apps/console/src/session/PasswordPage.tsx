import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { api } from "../api/routes";
import { problemSentence } from "../wording/refusal";
import { sessionQuery } from "./session";

interface Passwords {
  present: string;
  next: string;
  repeat: string;
}
const SHORTEST = 10;

/** The change of a password, which the first sign-in forces. */
export function PasswordPage() {
  const { t, i18n } = useTranslation("console");
  const { data: session } = useQuery(sessionQuery);
  const forced = session?.mustChangePassword ?? false;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [underWay, setUnderWay] = useState(false);
  const title = t(forced ? "session.firstTitle" : "session.changeTitle");
  useEffect(() => {
    document.title = `${title} · ${t("terms.product")}`;
  }, [title, t]);
  const change = async ({ present, next }: Passwords) => {
    setUnderWay(true);
    setProblem(null);
    try {
      await api.changePassword({ present, next });
      await queries.refetchQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ to: "/" });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setUnderWay(false);
    }
  };
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <h1>{title}</h1>
        {forced ? <p className="quiet">{t("session.firstText")}</p> : null}
        <Form<Passwords> layout="vertical" requiredMark={false} onFinish={(values) => void change(values)}>
          <Form.Item
            name="present"
            label={t("session.present")}
            rules={[{ required: true, message: t("session.missing") }]}
          >
            <Input.Password autoComplete="current-password" autoFocus maxLength={256} />
          </Form.Item>
          <Form.Item
            name="next"
            label={t("session.next")}
            extra={t("session.nextHint")}
            rules={[
              { required: true, message: t("session.missing") },
              { min: SHORTEST, message: t("session.tooShort") },
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={256} />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={t("session.repeat")}
            dependencies={["next"]}
            rules={[
              { required: true, message: t("session.missing") },
              ({ getFieldValue }) => ({
                validator: (_rule, value) =>
                  value === undefined || value === getFieldValue("next")
                    ? Promise.resolve()
                    : Promise.reject(new Error(t("session.notSame"))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={256} />
          </Form.Item>
          {problem === null ? null : (
            <div className="notice notice-refused" role="alert">
              {problemSentence(problem, t, i18n.language)}
            </div>
          )}
          <Button type="primary" htmlType="submit" block disabled={underWay}>
            {t(underWay ? "session.changing" : "session.change")}
          </Button>
          {forced ? null : (
            <Button block type="text" onClick={() => void navigate({ to: "/" })}>
              {t("common.cancel")}
            </Button>
          )}
        </Form>
      </section>
    </main>
  );
}
