export {
  type BusinessCalendar,
  type CountOptions,
  createBusinessCalendar,
  type Pause,
} from './business-time/business-calendar.js';
export {
  type BusinessHours,
  businessHoursSchema,
  defineBusinessHours,
  WEEKDAYS,
} from './business-time/business-hours.js';
export {
  type ClockReading,
  changeBudget,
  type PromiseClock,
  pauseClock,
  readClock,
  resumeClock,
  startClock,
  stopClock,
} from './business-time/promise-clock.js';
