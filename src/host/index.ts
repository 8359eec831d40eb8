/** What others may use of the host. */
export { openUniver } from './univer/univerBackend';
export { Host, type HostOptions } from './host';
export { HostFault, type FaultCode } from './errors';
export { bridgeTo, type ClientBridge } from './bridge';
export { loadClient, type ClientOptions, type ExcelClient } from './client';
export type { ActionInfo } from './batch';
export { functionErrorsIn } from './customFunctions';
export { loadCustomFunctions, type CustomFunctions, type CustomFunctionsOptions, type FunctionError } from './functions';
export { changesOf, type AlsoNew, type Disagreement, type Saving } from './save';
