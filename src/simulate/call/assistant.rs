//! The assistant's configuration, and how much of it each event carries.

use std::collections::BTreeSet;

use super::sample;
use crate::message::{Assistant, MessageType};
use crate::simulate::node::{Node, node};
use crate::simulate::random::Random;
use crate::simulate::speech::{self, Speech};
use crate::validate::text::variables;

/// The assistant, and what it means for a call.
#[derive(Debug)]
pub(super) struct Configuration {
    /// All of it.
    pub(super) whole: Node,
    pub(super) id: String,
    /// The team that it names.
    pub(super) team: Option<String>,
    pub(super) speech: &'static Speech,
    /// What it says first, its variables filled in; nothing if it waits for the person.
    pub(super) welcome: Option<String>,
    pub(super) may_interrupt: bool,
    pub(super) can_forward: bool,
    /// The overrides that a call has from the start.
    pub(super) early_overrides: Node,
    /// The overrides that a call has once it is answered.
    pub(super) overrides: Node,
    /// The events that are posted; all of them if it names none.
    events: BTreeSet<String>,
}

impl Configuration {
    /// An assistant of the caller's own.
    pub(super) fn of(own: &Assistant, random: &mut Random) -> Self {
        let mut whole = serde_json::to_value(own).map_or(node!({}), Node::from);
        for (member, value) in [("_id", random.hex(24)), ("name", "Assistant of my own".to_owned())] {
            if whole.get(member).is_none() {
                whole.insert(member, value.into());
            }
        }
        Self::new(whole, random)
    }

    /// An assistant as somebody may have it.
    pub(super) fn any(speech: &'static Speech, forwards: bool, random: &mut Random) -> Self {
        Self::new(configuration(speech, forwards, random), random)
    }

    fn new(whole: Node, random: &mut Random) -> Self {
        let text = |name: &str| whole.get(name).and_then(Node::as_text).unwrap_or_default();
        let prompt_and_welcome = [text("assistantSystemPrompt"), text("welcomeMessage")];
        let names: BTreeSet<_> = prompt_and_welcome.into_iter().flat_map(variables).collect();
        let own = whole.at(&["assistantOverrides", "dynamicVariables"]);
        let given = |name: &str| own.and_then(|own| own.get(name));
        let values = names.iter().map(|name| {
            let value = given(name).cloned().unwrap_or_else(|| sample::text_for(name, "", random).into());
            ((*name).to_owned().into(), value)
        });
        let values = Node::object(values.collect::<Vec<_>>());
        let validations = names.iter().map(|name| ((*name).to_owned().into(), "none".into()));
        let overrides = if names.is_empty() {
            node!({})
        } else {
            node!({"dynamicVariables": values.clone(), "variablesValidations": Node::object(validations)})
        };
        let all_given = names.iter().all(|name| given(name).is_some());
        // The first event leaves out the assistant's own overrides, but not its welcome message.
        let welcome_is_plain = variables(text("welcomeMessage")).next().is_none();
        let early_overrides = if all_given && welcome_is_plain { node!({}) } else { overrides.clone() };
        let waits = matches!(text("welcomeMessageMode"), "assistant-waits-for-user" | "manual");
        let welcome = Some(text("welcomeMessage")).filter(|welcome| !welcome.is_empty() && !waits);
        let welcome = welcome.map(|welcome| filled(welcome, &values));
        let events = whole.at(&["assistantServer", "messages"]).map_or(&[][..], Node::elements);
        Self {
            id: text("_id").to_owned(),
            team: whole.get("teamId").and_then(Node::as_text).map(str::to_owned),
            speech: speech_of(&whole),
            welcome,
            may_interrupt: whole.get("bargeInEnabled").and_then(Node::as_boolean).unwrap_or(true),
            can_forward: whole.get("callForwardData").is_some_and(has_target),
            early_overrides,
            overrides,
            events: events.iter().filter_map(Node::as_text).map(str::to_owned).collect(),
            whole: whole.shared(),
        }
    }

    /// Whether events of this name are posted.
    pub(super) fn sends(&self, event: &str) -> bool {
        self.events.is_empty() || self.events.contains(event)
    }

    /// A plan of the analysis, if it is enabled.
    pub(super) fn analysis(&self, plan: &str) -> Option<&Node> {
        let plan = self.whole.at(&["assistantAnalysis", plan])?;
        plan.get("enabled").and_then(Node::as_boolean).unwrap_or_default().then_some(plan)
    }
}

/// The language of the transcriber, as far as somebody here speaks it.
fn speech_of(whole: &Node) -> &'static Speech {
    let stt = whole.at(&["config", "speech", "stt"]);
    let of = |name: &str| stt.and_then(|stt| stt.get(name));
    let languages = of("languages");
    let first = languages
        .and_then(|languages| languages.as_text().or_else(|| languages.elements().first()?.as_text()));
    speech::of_language(of("language").and_then(Node::as_text).or(first).unwrap_or_default())
}

/// Whether a call can be forwarded to one of the targets.
fn has_target(targets: &Node) -> bool {
    let target = |target: &Node| {
        target.get("phoneNumber").and_then(Node::as_text).is_some_and(|number| !number.is_empty())
    };
    target(targets) || targets.elements().iter().any(target)
}

/// The text with the values in place of the variables.
fn filled(text: &str, values: &Node) -> String {
    let mut filled = text.to_owned();
    for name in variables(text) {
        let Some(value) = values.get(name).and_then(Node::as_text) else { continue };
        for spelling in [format!("{{{{{name}}}}}"), format!("{{{{ {name} }}}}")] {
            filled = filled.replace(&spelling, value);
        }
    }
    filled
}

/// Language models with the providers that have them.
const MODELS: [(&str, &str); 6] = [
    ("openai", "gpt-4.1-mini"),
    ("openai", "gpt-4o"),
    ("gemini", "gemini-3-flash-preview"),
    ("gemini", "gemini-2.5-flash"),
    ("azure", "gpt-4o-mini"),
    ("bedrock", "anthropic.claude-3-5-haiku"),
];

fn configuration(speech: &Speech, forwards: bool, random: &mut Random) -> Node {
    let (provider, model) = random.pick(&MODELS);
    let with_variables = random.percent(40);
    let prompt = if with_variables { PROMPT_WITH_VARIABLES } else { PROMPT };
    let variables = with_variables.then(
        || node!({"dynamicVariables": node!({"clinic_name": "Alder Lane Clinic", "serial_number": ""})}),
    );
    let targets = if forwards {
        node!({"phoneNumber": random.own_telephone(), "extension": "", "name": "Front desk"})
    } else {
        node!([])
    };
    let is_analysed = random.percent(88);
    node!({
        "_id": random.hex(24),
        "name": "Alder Lane - main line",
        "welcomeMessage": speech.welcome,
        "welcomeMessageMode": random.pick(&["automatic", "assistant-speaks-first"]),
        "welcomeMessageInterruptionsEnabled": false,
        "endCallMessage": "",
        "endCallToolDescription": "",
        "endCallPhrases": node!(["Goodbye", "Bye"]),
        "bargeInEnabled": random.percent(85),
        "callForwardData": targets,
        "assistantKnowledgeBaseIds": node!([]),
        "assistantToolIds": node!([random.hex(24)]),
        "assistantProvider": provider,
        "assistantModel": model,
        "assistantLLMUrl": "",
        "assistantSystemPrompt": prompt,
        "assistantTemperature": Node::Decimal(random.between(0, 4), 1),
        "assistantMaxTokens": 256_i64,
        "assistantResponseSplitter": "",
        "assistantBackchannelingEnabled": random.percent(20),
        "assistantAnalysis": analysis(is_analysed, random),
        "assistantServer": server(random),
        "assistantOverrides": variables,
        "config": node!({"speech": node!({"stt": stt(speech), "ttsData": voices(speech, random)})}),
    })
}

fn analysis(is_enabled: bool, random: &mut Random) -> Node {
    let plan = |enabled: bool, prompt: &'static str| node!({"enabled": enabled, "prompt": prompt, "provider": "", "model": "", "timeoutInSecs": 30_i64});
    let mut evaluation = plan(is_enabled, "Say how well the call went, in one word of the scale.");
    evaluation.insert("rubric", "DescriptiveScale".into());
    evaluation.insert("rubricDescription", "Excellent, Good, Fair or Poor.".into());
    let mut data = plan(is_enabled && random.percent(80), "Fill in the schema from what was said.");
    data.insert("schema", schema());
    let mut guardrails = plan(false, "");
    guardrails.insert("metrics", node!([]));
    node!({
        "summary": plan(is_enabled, "Write down in two sentences what the caller wanted and what was agreed."),
        "successEvaluation": evaluation,
        "structuredData": data,
        "guardrails": guardrails,
        "phiRedaction": plan(random.percent(50), ""),
        "callbackUrl": "http://127.0.0.1:8600/internal/analysis",
    })
}

fn schema() -> Node {
    node!({
        "type": "object",
        "properties": node!({
            "patient name": node!({"type": "string", "description": "Full name of the patient"}),
            "appointment_date": node!({"type": "string", "format": "date", "description": "Day that was agreed on"}),
            "first_visit": node!({"type": "boolean", "description": "Whether they are new"}),
            "pain_level": node!({"type": "integer", "minimum": 0_i64, "maximum": 10_i64, "description": "0 if not mentioned"}),
        }),
        "required": node!(["patient name", "first_visit"]),
        "additionalProperties": false,
        "$defs": node!({}),
    })
}

fn server(random: &mut Random) -> Node {
    let token = format!("Bearer example-{}", random.hex(6));
    node!({
        "enabled": true,
        "url": "https://hooks.example.com/events",
        "timeoutSeconds": 20_i64,
        "secret": random.pick(&["", "example-secret-1"]),
        "headers": node!({"Authorization": token}),
        "messages": MessageType::ALL.iter().map(|event| event.as_str().into()).collect::<Vec<Node>>(),
    })
}

fn stt(speech: &Speech) -> Node {
    let others = Some("en-US").filter(|other| *other != speech.language);
    let languages = [Some(speech.language), others].into_iter().flatten().map(Node::from);
    node!({
        "vendor": "deepgram",
        "language": speech.language,
        "languages": languages.collect::<Vec<_>>(),
        "profanityFilter": true,
        "interim": true,
        "hints": node!([]),
        "deepgramOptions": node!({
            "model": "nova-3",
            "punctuate": true,
            "endpointing": 10_i64,
            "smart_format": true,
            "numerals": true,
            "no_delay": true,
            "eagerEotThreshold": Node::Decimal(5, 1),
            "eotThreshold": Node::Decimal(7, 1),
            "eotTimeoutMs": 5_000_i64,
        }),
    })
}

fn voices(speech: &Speech, random: &mut Random) -> Node {
    let main = node!({
        "vendor": "eleven-labs",
        "language": speech.voice_language,
        "voice": format!("exampleVoice{}", random.alphanumeric(8)),
        "voiceName": "Robin (calm)",
        "default": true,
        "config": node!({
            "modelId": "eleven_flash_v2_5",
            "modelName": "Eleven Flash v2.5",
            "stability": Node::Decimal(random.between(40, 70), 2),
            "similarityBoost": Node::Decimal(8, 1),
            "speakerBoost": true,
            "applyTextNormalization": false,
            "styleExaggeration": 0_i64,
            "optimizeStreamingLatency": random.between(0, 4),
            "seed": if random.percent(50) { Node::Null } else { random.between(0, 9_999).into() },
            "speed": 1_i64,
        }),
    });
    let other = |vendor: &'static str, language: &'static str, voice: &'static str, name: &'static str| node!({"vendor": vendor, "language": language, "voice": voice, "voiceName": name, "default": false});
    let mut voices = vec![main];
    if random.percent(40) {
        voices.push(other("deepgram", "en-US", "aura-2-thalia-en", "Thalia"));
    }
    if random.percent(25) {
        voices.push(other("cartesia", "es", "example-voice-luz", "Luz"));
    }
    voices.into()
}

const PROMPT: &str = "You are Robin and answer the phone of Alder Lane Clinic, 4 Alder Lane, Exampleton. \
    The clinic is open Monday to Friday from 8 AM to 6 PM. Its number is 555 0100 142.\n\n\
    Your task:\n1. Find out what the caller needs.\n2. Offer two free times and agree on one.\n\
    3. Ask whether it is their first visit.\n4. Repeat what was agreed in one sentence.\n\n\
    Rules:\n- Answer in the caller's language, in two sentences at most.\n- Give no medical advice.\n\
    - If they ask for a person, put them through to the front desk.";

const PROMPT_WITH_VARIABLES: &str = "You are Robin and answer the phone of {{clinic_name}}. The caller's file \
    has the number {{serial_number}}; if it is empty, they are new.\n\n\
    Your task:\n1. Find out what the caller needs.\n2. Offer two free times and agree on one.\n\
    3. Repeat what was agreed in one sentence.\n\n\
    Rules:\n- Answer in the caller's language and be brief.\n- Give no medical advice.";
