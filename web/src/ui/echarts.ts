// The parts of ECharts that we draw with, in one chunk that only pages with a chart load.
import { BarChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import { GeoComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, registerMap, use as draw } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

draw([BarChart, LineChart, MapChart, ScatterChart, GeoComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

export { init, registerMap };
