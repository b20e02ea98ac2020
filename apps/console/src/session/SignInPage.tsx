import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { api } from "../api/routes";
import type { SignIn } from "../api/types";
import { speak } from "../locales";
import { problemSentence } from "../wording/refusal";
import { keepSession, sessionQuery } from "./session";

export function SignInPage() {
  const { t, i18n } = useTranslation("console");
  const { to } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [underWay, setUnderWay] = useState(false);
  const isChinese = i18n.language.startsWith("zh");
  useEffect(() => {
    document.title = `${t("session.title")} · ${t("terms.product")}`;
  }, [t]);
  const signIn = async (values: SignIn) => {
    setUnderWay(true);
    setProblem(null);
    try {
      const { body } = await api.signIn(values);
      queries.setQueryData(sessionQuery.queryKey, keepSession(body));
      if (body.mustChangePassword) await navigate({ to: "/password" });
      else await navigate({ href: to ?? "/" });
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
        <img src="/mark.svg" alt="" width="44" height="44" />
        <h1>{t("terms.product")}</h1>
        <p className="quiet">{t("session.subtitle")}</p>
        <Form<SignIn> layout="vertical" requiredMark={false} onFinish={(values) => void signIn(values)}>
          <Form.Item
            name="login"
            label={t("session.login")}
            rules={[{ required: true, message: t("session.missing") }]}
          >
            <Input autoComplete="username" autoFocus maxLength={64} size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t("session.password")}
            rules={[{ required: true, message: t("session.missing") }]}
          >
            <Input.Password autoComplete="current-password" maxLength={256} size="large" />
          </Form.Item>
          {problem === null ? null : (
            <div className="notice notice-refused" role="alert">
              {problemSentence(problem, t, i18n.language)}
            </div>
          )}
          <Button type="primary" htmlType="submit" block size="large" disabled={underWay}>
            {t(underWay ? "session.signingIn" : "session.signIn")}
          </Button>
        </Form>
        <button
          type="button"
          className="bar-button"
          lang={isChinese ? "en" : "zh-CN"}
          onClick={() => void speak(isChinese ? "en" : "zh-CN")}
        >
          {t(isChinese ? "frame.english" : "frame.chinese")}
        </button>
      </section>
    </main>
  );
}
