import PlusOutlined from "@ant-design/icons/PlusOutlined";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import type { ReactNode } from "react";
import type { All } from "../api/types";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import type { AccountsTabProps } from "./accountsTabProps";

interface Props<Row> extends AccountsTabProps {
  name: string;
  title: string;
  read: () => Promise<All<Row>>;
  columns: readonly Column<Row>[];
  card: (row: Row) => ReactNode;
  rowKey: (row: Row) => string;
  addWord: string;
  emptyTitle: string;
  emptyText: string;
  children: ReactNode;
}

export function AdminBook<Row>(props: Props<Row>) {
  const { name, title, read, columns, card, rowKey, addWord, add, onAdd } = props;
  const list = useQuery({ queryKey: ["admin", name], queryFn: read });
  const addButton = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onAdd(true)}>
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
        {({ items }) =>
          items.length === 0 ? (
            <div className="surface">
              <EmptyState title={props.emptyTitle} text={props.emptyText} action={addButton} />
            </div>
          ) : (
            <DataList name={name} label={title} columns={columns} rows={items} rowKey={rowKey} card={card} />
          )
        }
      </WhenRead>
      <Drawer open={add} onClose={() => onAdd(false)} title={addWord} size={480} destroyOnHidden>
        {add ? props.children : null}
      </Drawer>
    </>
  );
}
