// What a large tenant is made of (many.ts): names as organisations on several continents give them. The ASCII word of
// each begins its slugs.

type Words = { name: string; slug: string };

export const TEAMS: readonly Words[] = [
  { name: "vision-lab", slug: "vision-lab" },
  { name: "speech_group", slug: "speech-group" },
  { name: "Recommender-Team", slug: "recommender-team" },
  { name: "fraud-detection", slug: "fraud-detection" },
  { name: "robotics", slug: "robotics" },
  { name: "climate-models", slug: "climate-models" },
  { name: "Qualitätsprüfung", slug: "qualitaetspruefung" },
  { name: "señales-médicas", slug: "senales-medicas" },
  { name: "视觉实验室", slug: "shijue-shiyanshi" },
  { name: "语音识别", slug: "yuyin-shibie" },
  { name: "大模型评测", slug: "damoxing-pingce" },
  { name: "推荐系统", slug: "tuijian-xitong" },
  { name: "医学影像组", slug: "yixue-yingxiang" },
  { name: "自然言語処理", slug: "shizen-gengo" },
  { name: "языковые-модели", slug: "yazykovye-modeli" },
  { name: "прогноз-погоды", slug: "prognoz-pogody" },
  { name: "رؤية-حاسوبية", slug: "ruya-hasubiya" },
  { name: "भाषा-मॉडल", slug: "bhasha-model" },
  { name: "음성인식", slug: "eumseong-insik" },
  { name: "μηχανική-μάθηση", slug: "michaniki-mathisi" },
];

/** One workspace for each student: in every large tenant most names look like this. */
export const COURSES: readonly Words[] = [
  { name: "cs101-2026", slug: "cs101-2026" },
  { name: "ml-seminar-2025", slug: "ml-seminar-2025" },
  { name: "深度学习-2026春", slug: "shendu-xuexi-2026" },
];

export const DESCRIPTIONS: readonly string[] = [
  "",
  "Training and evaluation of the models that production uses.",
  "Experiments of this quarter; ask the owner before you delete data.",
  "Shared by two groups until the end of the project.",
  "Coursework: one notebook, one dataset.",
  "本学期课程实验，学期结束后停用。",
  "用于模型训练与评测。",
  "Данные и эксперименты группы.",
  "Datos de pacientes anonimizados. Solo lectura para invitados.",
  "مساحة عمل للتجارب.",
];

export const PROJECTS: readonly string[] = [
  "teaching",
  "research-2026",
  "platform",
  "city-traffic",
  "smart-factory",
  "hospital-network",
  "retail-analytics",
  "国家重点研发",
  "产学研合作",
  "Industrie-5",
  "climate-fund",
  "archive",
];

export const FIRST_NAMES: readonly Words[] = [
  { name: "Mei", slug: "mei" },
  { name: "Amara", slug: "amara" },
  { name: "Jonas", slug: "jonas" },
  { name: "Sofía", slug: "sofia" },
  { name: "Иван", slug: "ivan" },
  { name: "佐藤", slug: "sato" },
  { name: "王伟", slug: "wangwei" },
  { name: "李娜", slug: "lina" },
  { name: "عمر", slug: "omar" },
  { name: "प्रिया", slug: "priya" },
  { name: "Zoë", slug: "zoe" },
  { name: "Olumide", slug: "olumide" },
];

export const LAST_NAMES: readonly string[] = [
  "Lin",
  "Okafor",
  "Größer",
  "Núñez",
  "Соколов",
  "Tanaka",
  "Zhang",
  "Haddad",
  "Sharma",
  "van Dijk",
  "Adeyemi",
  "Müller",
  "Kowalska",
];

export const GROUPS: readonly string[] = ["vision-students", "platform-team", "2026级研究生", "guests", "speech"];
