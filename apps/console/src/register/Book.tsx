import PlusOutlined from "@ant-design/icons/PlusOutlined";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import type { ReactNode } from "react";
import type { Page } from "../api/types";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { Pager } from "../lists/Pager";
import { AreaFilter, Filters } from "../lists/filters";
import { SearchField } from "../lists/SearchField";
import { mayKeepRegister, useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import type { BookProps } from "./bookProps";

const PAGE_SIZE = 50;

interface Props<Row> extends BookProps {
  name: string;
  title: string;
  read: (
    query: Record<string, string | number | boolean | undefined>,
    signal: AbortSignal,
  ) => Promise<Page<Row>>;
  columns: readonly Column<Row>[];
  card: (row: Row) => ReactNode;
  rowKey: (row: Row) => string;
  createWord: string;
  emptyTitle: string;
  emptyText: string;
  filters?: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** One book of the register: search, list, and the form that adds to it. */
export function Book<Row>(props: Props<Row>) {
  const { name, title, search, onChange, read, columns, card, rowKey, createWord, filters, children } = props;
  const { t } = useWords();
  const { role } = useSession();
  const { page = 1, cursor, add, open: _open, ...narrowing } = search;
  const list = useQuery({
    queryKey: ["register", name, narrowing, cursor],
    queryFn: ({ signal }) => read({ ...narrowing, cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Object.keys(narrowing).length > 0;
  const narrow = (changed: BookProps["search"]) =>
    onChange({ page: undefined, cursor: undefined, ...changed });
  const close = () => onChange({ add: undefined });
  const createButton = mayKeepRegister(role) ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ add: true })}>
      {createWord}
    </Button>
  ) : null;
  return (
    <>
      <Filters
        search={
          <SearchField
            value={search.search}
            label={t("common.typeToSearch")}
            onSearch={(text) => narrow({ search: text })}
          />
        }
      >
        <AreaFilter value={search.area} onChange={(area) => narrow({ area })} />
        {filters}
        <span className="filters-gap" />
        {createButton}
      </Filters>
      <WhenRead
        query={list}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={10} />
          </div>
        }
      >
        {(shown) =>
          shown.items.length === 0 ? (
            <div className="surface">
              <EmptyState
                title={isFiltered ? t("register.emptyFiltered") : props.emptyTitle}
                text={isFiltered ? t("register.emptyFilteredText") : props.emptyText}
                action={isFiltered ? null : createButton}
              />
            </div>
          ) : (
            <div className={list.isPlaceholderData ? "stale" : undefined}>
              <DataList
                name={name}
                label={title}
                columns={columns}
                rows={shown.items}
                rowKey={rowKey}
                card={card}
              />
              <Pager
                list={`${name}:${JSON.stringify(narrowing)}`}
                page={page}
                cursor={cursor}
                shown={shown}
                onTurn={onChange}
              />
            </div>
          )
        }
      </WhenRead>
      <Drawer open={add === true} onClose={close} title={createWord} size={520} destroyOnHidden>
        {add === true ? children(close) : null}
      </Drawer>
    </>
  );
}
