/** What other areas place on their pages: what left of a person by order of law. */
export { ToldOrders } from "./told-orders";
