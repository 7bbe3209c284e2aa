// A university AI lab and a platform team, as the demonstration shows them.

export const TENANT = "aurora";
export const SUPER_ADMIN = { name: "Aurora University", email: "root@aurora.test" };

type Person = { key: string; name: string; email: string; management?: readonly string[]; about: string };

export const PEOPLE = [
  {
    key: "wu",
    name: "Prof. Wu Jian 吴健",
    email: "wu@aurora.test",
    management: ["workspaces.create"],
    about: "teacher; owns the students' workspaces",
  },
  {
    key: "mei",
    name: "Lin Mei 林梅",
    email: "mei@aurora.test",
    management: ["workspaces.create"],
    about: "leads the vision group",
  },
  { key: "zhang", name: "张伟 Zhang Wei", email: "zhang@aurora.test", about: "doctoral student, vision group" },
  { key: "amara", name: "Amara Okafor", email: "amara@aurora.test", about: "doctoral student, speech" },
  { key: "irina", name: "Ирина Соколова", email: "irina@aurora.test", about: "postdoc, language models" },
  { key: "yuki", name: "佐藤 由紀", email: "yuki@aurora.test", about: "labeling lead" },
  { key: "omar", name: "عمر حداد", email: "omar@aurora.test", about: "master's student" },
  { key: "priya", name: "प्रिया शर्मा", email: "priya@aurora.test", about: "master's student" },
  {
    key: "jonas",
    name: "Jonas Größer",
    email: "jonas@aurora.test",
    management: ["workspaces.create", "workspaces.manage", "enterpriseProjects.manage"],
    about: "platform team: manages all workspaces from outside",
  },
  {
    key: "sofia",
    name: "Sofía Núñez",
    email: "sofia@aurora.test",
    management: ["accounts.manage"],
    about: "platform team: accounts",
  },
  { key: "tomasz", name: "Tomasz Wójcik", email: "tomasz@aurora.test", management: ["audit.view"], about: "auditor" },
  { key: "eleni", name: "Ελένη Παππά", email: "eleni@aurora.test", about: "operations engineer" },
] as const satisfies readonly Person[];

export type PersonKey = (typeof PEOPLE)[number]["key"];

type Roster<K> = { key: string; name: string; description: string; people: readonly K[] };

export const GROUPS = [
  { key: "vision", name: "Vision group", description: "视觉组 · cameras and eyes", people: ["mei", "zhang", "priya"] },
  { key: "operations", name: "Operations", description: "Keeps production running", people: ["eleni", "jonas"] },
  { key: "speech", name: "Speech group", description: "", people: ["amara", "yuki"] },
  { key: "masters", name: "Master's students", description: "Autumn 2026", people: ["omar", "priya"] },
] as const satisfies readonly Roster<PersonKey>[];

export const AGENCIES = [
  {
    key: "notebook-reaper",
    name: "notebook-reaper",
    description: "Stops notebooks that nobody uses",
    people: ["eleni"],
  },
  {
    key: "nightly-evaluation",
    name: "nightly-evaluation",
    description: "Runs the benchmarks every night",
    people: ["irina", "jonas"],
  },
] as const satisfies readonly Roster<PersonKey>[];
export const PROJECTS = ["Research", "Teaching", "Production", "产学合作"] as const;

type Project = (typeof PROJECTS)[number] | "default";
type Member = { who: PersonKey | (typeof GROUPS)[number]["key"] | (typeof AGENCIES)[number]["key"]; role?: string };
export type DemoWorkspace = {
  name: string;
  description: string;
  owner: PersonKey | "root";
  project: Project;
  type: "PUBLIC" | "INTERNAL" | "PRIVATE";
  members?: readonly Member[];
  federated?: readonly string[];
  /** Age of creation and of the last change, in days. */
  age: readonly [created: number, updated: number];
  disabled?: boolean;
  failed?: boolean;
};

const students: DemoWorkspace[] = Array.from({ length: 16 }, (_, index) => ({
  name: `cv-2026-student-${String(index + 1).padStart(2, "0")}`,
  description: "Computer vision, autumn 2026",
  owner: "wu",
  project: "Teaching",
  type: "INTERNAL",
  federated: [`s26${String(1041 + index * 7)}@students.aurora.test`],
  age: [61, 1 + ((index * 5) % 30)],
  disabled: index === 11,
}));

export const WORKSPACES: readonly DemoWorkspace[] = [
  {
    name: "team-ml-research",
    description: "Shared experiments of the lab",
    owner: "mei",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "vision" }, { who: "irina" }, { who: "eleni", role: "algorithm-om-engineer" }],
    age: [320, 0.01],
  },
  {
    name: "研究团队-视觉",
    description: "视觉组的共享实验",
    owner: "mei",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "vision" }, { who: "yuki", role: "labeling-administrator" }],
    age: [280, 9],
  },
  {
    name: "語音-標註",
    description: "Transcription and speaker labels",
    owner: "mei",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "yuki", role: "labeling-administrator" }, { who: "amara" }],
    age: [150, 3],
  },
  {
    name: "языковые_модели",
    description: "Обучение и оценка языковых моделей",
    owner: "mei",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "irina", role: "administrator" }, { who: "omar" }],
    age: [210, 2],
  },
  {
    name: "speech-recognition",
    description: "Low-resource speech recognition",
    owner: "wu",
    project: "Research",
    type: "INTERNAL",
    members: [
      { who: "amara", role: "administrator" },
      { who: "nightly-evaluation", role: "algorithm-om-engineer" },
    ],
    age: [190, 5],
  },
  {
    name: "prod-inference",
    description: "Services that others rely on",
    owner: "jonas",
    project: "Production",
    type: "INTERNAL",
    members: [{ who: "operations", role: "algorithm-om-engineer" }],
    age: [400, 1],
  },
  {
    name: "prod-batch",
    description: "Nightly evaluation and retraining",
    owner: "jonas",
    project: "Production",
    type: "INTERNAL",
    members: [{ who: "operations", role: "algorithm-om-engineer" }, { who: "nightly-evaluation" }],
    age: [390, 6],
  },
  {
    name: "staging",
    description: "What goes to production next",
    owner: "jonas",
    project: "Production",
    type: "INTERNAL",
    members: [{ who: "operations" }, { who: "irina", role: "visitor" }],
    age: [385, 4],
  },
  {
    name: "winter-school",
    description: "Open to everybody for two weeks in January",
    owner: "wu",
    project: "Teaching",
    type: "PUBLIC",
    age: [300, 262],
    disabled: true,
  },
  {
    name: "open-datasets",
    description: "Data sets for all courses, read-only",
    owner: "wu",
    project: "Teaching",
    type: "PUBLIC",
    age: [365, 40],
  },
  {
    name: "产学合作-医疗影像",
    description: "与附属医院合作的医学影像项目",
    owner: "mei",
    project: "产学合作",
    type: "INTERNAL",
    members: [{ who: "zhang" }],
    age: [120, 12],
  },
  {
    name: "産学連携-翻訳",
    description: "企業との機械翻訳プロジェクト",
    owner: "mei",
    project: "产学合作",
    type: "INTERNAL",
    members: [{ who: "yuki", role: "visitor" }, { who: "irina" }],
    age: [95, 20],
  },
  {
    name: "robotik-größe",
    description: "Greifplanung mit Tiefenkameras",
    owner: "jonas",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "priya" }],
    age: [88, 7],
  },
  {
    name: "climate-downscaling",
    description: "Regional climate from global models",
    owner: "wu",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "omar" }, { who: "priya", role: "visitor" }],
    age: [76, 11],
  },
  {
    name: "benchmark-suite",
    description: "Comparable figures, run every night",
    owner: "jonas",
    project: "Production",
    type: "INTERNAL",
    members: [{ who: "nightly-evaluation" }, { who: "irina" }],
    age: [71, 8],
  },
  {
    name: "tmp-benchmarks",
    description: "",
    owner: "mei",
    project: "Research",
    type: "INTERNAL",
    members: [{ who: "zhang" }],
    age: [33, 0.05],
    failed: true,
  },
  { name: "mei-sandbox", description: "", owner: "mei", project: "Research", type: "PRIVATE", age: [260, 30] },
  {
    name: "wu-lecture-notes",
    description: "Drafts for the lecture",
    owner: "wu",
    project: "Teaching",
    type: "PRIVATE",
    age: [240, 15],
  },
  { name: "jonas-upgrade-test", description: "", owner: "jonas", project: "default", type: "PRIVATE", age: [12, 10] },
  {
    name: "security-review",
    description: "Findings until they are fixed",
    owner: "root",
    project: "Production",
    type: "PRIVATE",
    members: [{ who: "tomasz", role: "visitor" }],
    age: [48, 26],
  },
  {
    name: "thesis-archive-2025",
    description: "Kept until 2035",
    owner: "wu",
    project: "Teaching",
    type: "INTERNAL",
    members: [{ who: "tomasz", role: "visitor" }],
    age: [420, 310],
    disabled: true,
  },
  {
    name: "hackathon-spring",
    description: "36 hours, 9 teams",
    owner: "wu",
    project: "Teaching",
    type: "PUBLIC",
    age: [230, 205],
    disabled: true,
  },
  ...students,
];
