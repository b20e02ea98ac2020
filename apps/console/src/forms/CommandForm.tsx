import { Button, Form, type FormProps } from "antd";
import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCommand, type CommandForm as Command } from "../api/useCommand";
import { CommandNotice } from "../feedback/CommandNotice";

interface Props<Values extends object, Body, Result> extends Command<Values, Body, Result> {
  /** What the button says will happen. */
  verb: string;
  bodyOf: (values: Values) => Body;
  children: ReactNode | ((values: Partial<Values>, change: (values: Partial<Values>) => void) => ReactNode);
  danger?: boolean;
  disabled?: boolean;
}

/** One column, labels above, `Ctrl+Enter` sends; what was typed is kept, and the outcome stands beside the button. */
export function CommandForm<Values extends object, Body, Result>({
  verb,
  bodyOf,
  children,
  danger,
  disabled,
  ...command
}: Props<Values, Body, Result>) {
  const { t } = useTranslation("console");
  const { values, change, submit, sendAgain, progress, isBusy } = useCommand<Values, Body, Result>(command);
  const [form] = Form.useForm<Values>();
  const notice = useRef<HTMLDivElement>(null);
  const changeAll = useCallback(
    (next: Partial<Values>) => {
      form.setFieldsValue(next);
      change(next);
    },
    [change, form],
  );
  useEffect(() => {
    if (progress.state === "refused") notice.current?.scrollIntoView({ block: "nearest" });
  }, [progress.state]);
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!isBusy && disabled !== true) form.submit();
  };
  const fieldsChanged: FormProps<Values>["onValuesChange"] = (_changed, all: Values) => change(all);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required ? null : <span className="optional"> {t("common.optional")}</span>}
        </>
      )}
      initialValues={values}
      onValuesChange={fieldsChanged}
      onFinish={(filled) => void submit(bodyOf({ ...values, ...filled }))}
      onKeyDown={sendByKey}
      disabled={isBusy || progress.state === "done"}
      scrollToFirstError={{ focus: true }}
      validateMessages={{ required: t("session.missing") }}
    >
      {typeof children === "function" ? children(values, changeAll) : children}
      <div ref={notice} className="form-end">
        <CommandNotice progress={progress} move={verb} onSendAgain={sendAgain} />
        <div className="form-foot">
          <Button type="primary" htmlType="submit" danger={danger} disabled={isBusy || disabled === true}>
            {progress.state === "under-way" ? t("command.underWay", { move: verb }) : verb}
          </Button>
          <span className="quiet wide-only">{t("common.sendHint")}</span>
        </div>
      </div>
    </Form>
  );
}
