// What pages of other areas place.
export { AddAction } from "./add-action";
export { Following } from "./following";
export { OpenActions } from "./open-actions";
