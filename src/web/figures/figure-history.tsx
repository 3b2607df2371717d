import { Drawer, Table } from "antd";
import { figureRoutes } from "../../api/figures.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import type { CellPlace, Figure } from "./month-grid.js";

interface FigureHistoryProps {
  readonly place: CellPlace;
  readonly label: string;
  readonly close: () => void;
}

/** Where one figure comes from, and what it was before. */
export function FigureHistory({ place: { row, column, month }, label, close }: FigureHistoryProps) {
  const { agencyId } = useSession();
  const history = useCall(figureRoutes.readFigureHistory, { params: { agencyId, row, column, month } });
  return (
    <Drawer open onClose={close} size={640} title={label}>
      <Answer of={history}>
        {({ figures }) => (
          <Table<Figure>
            rowKey="version"
            size="small"
            pagination={false}
            dataSource={[...figures].reverse()}
            columns={[
              { title: "数", width: 90, align: "end", render: (_, { value }) => value },
              { title: "来源", render: (_, { source }) => source },
              { title: "何时", width: 150, render: (_, { recordedAt }) => minuteText(recordedAt) },
              { title: "何人", width: 90, render: (_, { recordedBy }) => recordedBy },
              { title: "原因", width: 120, render: (_, { reason }) => reason },
            ]}
          />
        )}
      </Answer>
    </Drawer>
  );
}
