/**
 * The collection's ten categories: the short word in our ids, the English name shown as `kind`, and every spelling used in the
 * publisher's pages in English, Spanish and Portuguese (compared without regard to case and accents).
 */
export interface Category {
  slug: string;
  name: string;
  spellings: readonly string[];
}

const categories: readonly Category[] = [
  {
    slug: "release",
    name: "Public Release of State-Owned Software",
    spellings: ["Liberación Pública de Software Propiedad del Estado", "Publicação em código aberto de Software Desenvolvido pelo Estado"],
  },
  {
    slug: "procurement",
    name: "Prioritize Open Source in Procurement",
    spellings: ["Priorización de Código Abierto en Adquisiciones Públicas", "Priorização de Código Aberto em Aquisições"],
  },
  {
    slug: "reuse",
    name: "Reuse and Transfer of Government Software",
    spellings: ["Reutilización y Transferencia de Software Gubernamental", "Reutilização e Transferência de Software Governamental"],
  },
  {
    slug: "standards",
    name: "Open Standards Requirement",
    spellings: ["Requisito de Estándares Abiertos", "Requisito de Padrões Abertos"],
  },
  { slug: "training", name: "OSS Training Programs", spellings: ["Programas de Capacitación en SCA", "Programas de Capacitação em SCA"] },
  {
    slug: "licensing",
    name: "Licensing Frameworks and Guidelines",
    spellings: ["Marcos y Directrices de Licenciamiento", "Estruturas e Diretrizes de Licenciamento"],
  },
  {
    slug: "security",
    name: "Open Source Security Measures",
    spellings: ["Medidas de Seguridad para el Código Abierto", "Medidas de Segurança para Código Aberto"],
  },
  {
    slug: "platforms",
    name: "Open Source Sharing Platforms",
    spellings: ["Plataformas para Compartir Código Abierto", "Plataformas de Compartilhamento de Código Aberto"],
  },
  {
    slug: "planning",
    name: "OSS in Strategic Planning Documents",
    spellings: ["Inclusión de SCA en documentos de planificación estratégica", "SCA em Documentos de Planejamento Estratégico"],
  },
  {
    slug: "contribution",
    name: "Mandatory Contribution Back to Open-Source Projects",
    spellings: [
      "Mandatory Contribution Back to Open Source",
      "Contribución Obligatoria a Proyectos de Código Abierto",
      "Contribuição Obrigatória de Volta a Projetos de Código Aberto",
    ],
  },
];

const bySpelling = new Map(
  categories.flatMap((category) => [category.name, ...category.spellings].map((spelling) => [folded(spelling), category] as const)),
);

export function categoryCalled(words: string): Category | undefined {
  return bySpelling.get(folded(words));
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
