import PlusOutlined from "@ant-design/icons/PlusOutlined";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import type { ReactNode } from "react";
import type { Page } from "../api/types";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { Pager } from "../lists/Pager";
import type { AccountsTabProps } from "./AccountsPage";

interface Props<Row> extends AccountsTabProps {
  name: string;
  title: string;
  read: (query: { cursor: string | undefined; limit: number }) => Promise<Page<Row>>;
  columns: readonly Column<Row>[];
  card: (row: Row) => ReactNode;
  rowKey: (row: Row) => string;
  addWord: string;
  emptyTitle: string;
  emptyText: string;
  children: ReactNode;
}

export function AdminBook<Row>(props: Props<Row>) {
  const { name, title, read, columns, card, rowKey, addWord, add, page, cursor, onChange } = props;
  const list = useQuery({
    queryKey: ["admin", name, cursor],
    queryFn: () => read({ cursor, limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const addButton = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ add: true })}>
      {addWord}
    </Button>
  );
  return (
    <>
      <div className="filters">
        <span className="filters-gap" />
        {addButton}
      </div>
      <WhenRead
        query={list}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={8} />
          </div>
        }
      >
        {(shown) =>
          shown.items.length === 0 ? (
            <div className="surface">
              <EmptyState title={props.emptyTitle} text={props.emptyText} action={addButton} />
            </div>
          ) : (
            <>
              <DataList
                name={name}
                label={title}
                columns={columns}
                rows={shown.items}
                rowKey={rowKey}
                card={card}
              />
              <Pager list={name} page={page} cursor={cursor} shown={shown} onTurn={onChange} />
            </>
          )
        }
      </WhenRead>
      <Drawer
        open={add}
        onClose={() => onChange({ add: undefined })}
        title={addWord}
        size={480}
        destroyOnHidden
      >
        {add ? props.children : null}
      </Drawer>
    </>
  );
}
