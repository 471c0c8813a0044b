/** What other areas place on their pages: what a body that works here is asked to give back or destroy. */
export { AskedBack } from "./asked-back";
