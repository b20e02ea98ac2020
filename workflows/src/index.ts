/** Every workflow in service. */
export { pairingWorkflow } from "./pairing/pairing.workflow";
export { rosterCampaignWorkflow } from "./roster/roster-campaign.workflow";
