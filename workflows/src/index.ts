/** Every workflow in service. */
export { pairingWorkflow } from "./pairing/pairing.workflow";
