/** Fonts as offices have them, with what stands in for them elsewhere (ECMA-376 part 1, 17.8.3.1 altName). */
const FONTS: readonly (readonly [name: string, alternative: string])[] = [
  ["方正小标宋简体", "华文中宋"],
  ["仿宋_GB2312", "仿宋"],
  ["楷体_GB2312", "楷体"],
  ["黑体", "SimHei"],
  ["宋体", "SimSun"],
];

const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const FONT_TABLE = `<w:fonts ${MAIN}>${FONTS.map(([name, alternative]) => `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/></w:font>`).join("")}</w:fonts>`;

const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
}

// 28 pt between lines and an indent of two characters: GB/T 9704—2012, 7.3.3 and its 22 lines a page.
const BODY_LINE = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>';
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

/** Paragraph styles; 22 pt = 二号, 16 pt = 三号, 14 pt = 四号, 9 pt = 小五. */
const STYLES: readonly Style[] = [
  {
    id: "Title",
    name: "Title",
    paragraph: '<w:spacing w:before="0" w:after="560" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
    run: `${fonts("方正小标宋简体")}<w:sz w:val="44"/><w:szCs w:val="44"/>`,
  },
  { id: "BodyText", name: "Body Text", paragraph: `${BODY_LINE}${INDENT}<w:jc w:val="both"/>` },
  {
    id: "Heading1",
    name: "heading 1",
    paragraph: `<w:keepNext/>${BODY_LINE}${INDENT}<w:outlineLvl w:val="0"/>`,
    run: fonts("黑体"),
  },
  {
    id: "Heading2",
    name: "heading 2",
    paragraph: `<w:keepNext/>${BODY_LINE}${INDENT}<w:outlineLvl w:val="1"/>`,
    run: fonts("楷体_GB2312"),
  },
  {
    id: "TableNote",
    name: "Table Note",
    paragraph: `<w:spacing w:before="60" w:after="60"/>`,
    run: `${fonts("宋体")}<w:sz w:val="21"/>`,
  },
  {
    id: "LetterNumber",
    name: "Letter Number",
    paragraph: `<w:spacing w:before="0" w:after="560" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>`,
  },
  { id: "Addressee", name: "Addressee", paragraph: `${BODY_LINE}<w:jc w:val="both"/>` },
  // Stays with what comes before it, so that no seal stands on a page of its own (7.3.5.4).
  { id: "Sealed", name: "Sealed", paragraph: `<w:keepNext/><w:keepLines/>${BODY_LINE}<w:jc w:val="right"/>` },
  { id: "FormLabel", name: "Form Label", paragraph: `${BODY_LINE}<w:jc w:val="center"/>` },
  { id: "FormText", name: "Form Text", paragraph: `${BODY_LINE}<w:jc w:val="left"/>` },
  { id: "SignOff", name: "Signature", paragraph: `${BODY_LINE}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>` },
  { id: "SignedOn", name: "Date", paragraph: `${BODY_LINE}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>` },
  {
    id: "TableText",
    name: "Table Text",
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    run: `${fonts("宋体")}<w:sz w:val="18"/><w:szCs w:val="18"/>`,
  },
  {
    id: "TableLabel",
    name: "Table Label",
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
    run: `${fonts("宋体")}<w:sz w:val="18"/><w:szCs w:val="18"/>`,
  },
  { id: "Footer", name: "footer", run: `${fonts("宋体")}<w:sz w:val="28"/><w:szCs w:val="28"/>` },
];

const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;

export const STYLE_SHEET = `<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>${fonts("仿宋_GB2312")}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="StatutoryTable"><w:name w:val="Statutory Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(side).join("")}</w:tblBorders></w:tblPr></w:style>${STYLES.map(({ id, name, paragraph = "", run = "" }) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`).join("")}</w:styles>`;

/** The run of a heading that stands at the beginning of its paragraph; the third and fourth level are set as the text (7.3.3). */
export const SUB_HEADING_RUN = { 2: fonts("楷体_GB2312"), 3: "", 4: "" } as const;
