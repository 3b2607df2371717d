import { MenuOutlined } from "@ant-design/icons";
import { App, Button, Drawer, Dropdown, Layout, Menu, Select } from "antd";
import { useEffect, useState } from "react";
import { Link, Outlet, useLocation, useNavigate } from "react-router";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { countDrafts } from "../cases/kept-draft.js";
import { FindBox } from "./find-box.js";
import { HelpButton } from "./help-button.js";
import { placeAt, placesOf } from "./nav.js";
import { NoAgency } from "./no-agency.js";
import { NoticeBell } from "./notice-bell.js";
import { useOfficeTour } from "./office-tour.js";
import { mayDo, type Session, useSession } from "./session.js";
import { SunMark } from "./sun-mark.js";

/** What stands around every page of the office: where one can go, in which agency one works, who one is. */
export function Shell() {
  const session = useSession();
  const place = placeAt(useLocation().pathname);
  const isWithoutAgency = session.agencyId === "" && place !== undefined && place.isOfAll !== true;
  useShortcuts(session);
  const tour = useOfficeTour();
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <Layout.Sider width={208} className="shell-sider">
        <Places session={session} />
      </Layout.Sider>
      <Layout>
        <Layout.Header className="shell-top">
          <PlacesButton session={session} />
          <AgencyChoice session={session} />
          <FindBox key={session.agencyId} />
          <span style={{ flex: 1 }} />
          <HelpButton tour={tour.begin} />
          <NoticeBell />
          <OwnMenu session={session} />
        </Layout.Header>
        {session.isSample && (
          <p className="shell-sample" role="note">
            示例城市：申请、信息和账号均为虚构，可以随意试用，不影响正式台账。
          </p>
        )}
        <Layout.Content id="content" className="shell-content">
          {isWithoutAgency ? <NoAgency /> : <Outlet key={session.agencyId} />}
          {tour.shown}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** Where one can go, by what one may do. */
function Places({ session }: { readonly session: Session }) {
  const { pathname } = useLocation();
  const groups = placesOf(session);
  const selected = placeAt(pathname);
  return (
    <>
      <Link to="/" className="shell-brand">
        <SunMark />
        阳光
      </Link>
      <nav aria-label="办公室">
        <Menu
          mode="inline"
          selectedKeys={selected === undefined ? [] : [selected.path]}
          items={groups.map(({ label, places }) => ({
            key: label,
            type: "group",
            label,
            children: places.map((place) => ({ key: place.path, label: <Link to={place.path}>{place.label}</Link> })),
          }))}
        />
      </nav>
    </>
  );
}

/** On a tablet the places are behind a button of the head, which covers nothing. */
function PlacesButton({ session }: { readonly session: Session }) {
  const { pathname } = useLocation();
  // The page for which it was opened: going to another closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <div className="shell-places">
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label="目录"
        aria-expanded={openOn === pathname}
        onClick={() => setOpenOn(pathname)}
      />
      <Drawer
        open={openOn === pathname}
        onClose={() => setOpenOn(null)}
        placement="left"
        size={256}
        title="目录"
        classNames={{ body: "shell-drawer" }}
      >
        <Places session={session} />
      </Drawer>
    </div>
  );
}

function AgencyChoice({ session: { agencies, agencyId, agencyName, chooseAgency } }: { readonly session: Session }) {
  if (agencies.length === 0) return <b>全部机关</b>;
  if (agencies.length === 1) return <b>{agencyName}</b>;
  return (
    <Select
      aria-label="机关"
      value={agencyId}
      onChange={chooseAgency}
      showSearch={{ optionFilterProp: "label" }}
      className="shell-agency"
      options={agencies.map(({ id, name, isBelow }) => ({ value: id, label: isBelow ? `${name}（下级，只读）` : name }))}
    />
  );
}

function OwnMenu({ session: { name, posts, signOut } }: { readonly session: Session }) {
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const leave = () => {
    const drafts = countDrafts();
    if (drafts === 0) return void signOut();
    modal.confirm({
      title: "退出登录？",
      content: `这台电脑上还有 ${drafts} 份没有办完的草稿（填了一半的登记、步骤或者文书）。退出登录后会清除，不留给下一个使用这台电脑的人。`,
      okText: "清除并退出",
      cancelText: "先不退出",
      onOk: () => signOut(),
    });
  };
  const roles = [...new Set(posts.map(({ role }) => OFFICE_ROLE_LABELS[role]))].join("、");
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "roles", label: roles, disabled: true },
          { type: "divider" },
          { key: "own", label: "我的账号", onClick: () => navigate("/own-account") },
          { key: "out", label: "退出登录", onClick: leave },
        ],
      }}
    >
      <Button type="text">{name}</Button>
    </Dropdown>
  );
}

/** N registers a request and / goes to the search, from anywhere where nothing is being typed. */
function useShortcuts(session: Session): void {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isTyping =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (isTyping || ctrlKey || metaKey || altKey) return;
      if (key === "/") {
        event.preventDefault();
        document.getElementById("find-box")?.focus();
      }
      if (key.toLowerCase() === "n" && mayDo(session, "cases:handle")) {
        event.preventDefault();
        navigate("/cases/new");
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [navigate, session]);
}
