//! `message.analysis` of a report: what the enabled plans find.

use super::plan::{Ending, Plan};
use super::sample;
use crate::simulate::node::{Node, node};
use crate::simulate::random::Random;

/// The results of a call; empty if no plan is enabled.
pub(super) fn results(plan: &Plan, random: &mut Random) -> Node {
    let went_well = plan.ending != Ending::System;
    let configuration = &plan.configuration;
    let summary = configuration
        .analysis("summary")
        .map(|_| if went_well { plan.speech.summary } else { plan.speech.failed_summary });
    let evaluation = configuration
        .analysis("successEvaluation")
        .map(|_| if went_well { random.pick(&["Excellent", "Good", "Fair"]) } else { "Poor" });
    let data = configuration.analysis("structuredData").map(|data| {
        // Structured data are an object, whatever the schema asks for.
        let data = data.get("schema").map(|schema| sample::data(schema, plan.customer, random));
        data.filter(|data| matches!(data.bare(), Node::Object(_))).unwrap_or_else(|| node!({}))
    });
    let is_analysed = summary.is_some() || evaluation.is_some() || data.is_some();
    let outcome = is_analysed.then_some(match plan.ending {
        Ending::System => "No appointment booked",
        Ending::Forwarded => "Forwarded to the front desk",
        Ending::User | Ending::Assistant => "Appointment booked",
    });
    node!({"summary": summary, "successEvaluation": evaluation, "structuredData": data, "outcome": outcome})
}
