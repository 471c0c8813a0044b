export { Opening } from "../ui";
