/** What the first page places for those who sign the State's annual return. */
export { ReturnToSign } from "./return-to-sign";
