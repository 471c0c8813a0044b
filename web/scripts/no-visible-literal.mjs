// An ESLint rule: words that a reader would see or hear come from the catalogues, never from the code.

const SPOKEN = new Set([
  "alt", "aria-description", "aria-label", "aria-roledescription", "caption", "definition", "describe", "description",
  "hint", "label", "placeholder", "submit", "text", "title",
]);
const hasLetter = (text) => /\p{L}/u.test(text);

/** The literal text an expression may give: a string, a template with letters, either branch of a condition. */
function literalIn(node) {
  switch (node?.type) {
    case "Literal": return typeof node.value === "string" && hasLetter(node.value);
    case "TemplateLiteral": return node.quasis.some((part) => hasLetter(part.value.raw));
    case "ConditionalExpression": return literalIn(node.consequent) || literalIn(node.alternate);
    case "LogicalExpression": return literalIn(node.right);
    case "JSXExpressionContainer": return literalIn(node.expression);
    default: return false;
  }
}

export const noVisibleLiteral = {
  meta: { type: "problem", schema: [], messages: { literal: "Visible words come from the catalogues: use t(\"…\")." } },
  create(context) {
    const report = (node) => context.report({ node, messageId: "literal" });
    return {
      JSXText: (node) => hasLetter(node.value) && report(node),
      JSXAttribute(node) {
        if (SPOKEN.has(node.name.name) && literalIn(node.value)) report(node);
      },
      "JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer"(node) {
        if (literalIn(node.expression)) report(node);
      },
    };
  },
};
