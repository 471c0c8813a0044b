export const AGREEMENT_KINDS = ["memorandum", "roadmap", "plan", "partnership", "declaration", "other"] as const;
export const AGREEMENT_MARKINGS = ["clear", "green", "amber"] as const;
