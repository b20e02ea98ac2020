import { Drawer } from "antd";
import { useState, type ReactNode } from "react";

interface Props {
  /** What is being done there; undefined: the drawer is closed. */
  title: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** Where something is done beside the page; it keeps its name until it has slid away. */
export function ActDrawer({ title, onClose, children }: Props) {
  const [shown, setShown] = useState(title);
  if (title !== undefined && title !== shown) setShown(title);
  return (
    <Drawer open={title !== undefined} onClose={onClose} title={shown} size={520} destroyOnHidden>
      {children}
    </Drawer>
  );
}
