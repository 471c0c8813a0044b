import { createContext, useContext } from "react";

/** The name that stands in the window's title after the page's. */
export const AppName = createContext("");
export const useAppName = () => useContext(AppName);
