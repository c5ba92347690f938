//! What every public type can do.

use std::fmt::Debug;

use interactly_webhooks::campaign::{
    Campaign, CampaignCall, CampaignCallStatus, CampaignEvent, CampaignEventName, CampaignHeader,
    CampaignReport, CampaignStatus, CampaignWebhookConfig, ProcessTimings,
};
use interactly_webhooks::message::analysis::Analysis;
use interactly_webhooks::message::assistant::{
    AnalysisPlan, Assistant, AssistantAnalysis, AssistantConfig, AssistantModel, AssistantOutcome,
    AssistantOverrides, AssistantPredefinedTools, AssistantProvider, AssistantServer, AssistantType,
    BackgroundSound, CallForwardData, DeepgramOptions, Language, NoiseSuppressorConfig, PersistHistory,
    Rubric, SmartEndpointing, SmsConfiguration, Speech, StartSpeakingOptions, StopSpeakingOptions, Stt,
    SttFallback, SttModel, SttVendor, TtsAudioCacheScope, TtsConfig, TtsData, TtsModel, TtsVendor,
    UserInterruptionAckPlan, VariableValidation, WelcomeMessageMode,
};
use interactly_webhooks::message::call::{
    AnalysisCost, BotTurn, Call, CallEndTrigger, CallMetrics, CallStats, CallStatus, CallType, Cost,
    Direction, LatencyInterval, LlmStats, Monitor, PhoneCallStatus, Recording, SttStats, TtsStats, Turns,
    TurnsStats, UserAudio, UserTurn,
};
use interactly_webhooks::message::customer::Customer;
use interactly_webhooks::message::error::{CallError, ErrorCode, ErrorDetails, ErrorProvider, ErrorType};
use interactly_webhooks::message::messages::{
    InteractlyEou, InteractlyPlayer, Message, MessageMetrics, Role, SkippedMessage, Timeline, TurnAudio,
    TurnLlm, TurnStt, TurnTts,
};
use interactly_webhooks::message::phone::{Phone, PhoneProvider, PhoneProviderName};
use interactly_webhooks::message::{MessageStatus, MessageType};
use interactly_webhooks::outgoing::{
    ControlData, ControlRequest, ControlResponse, ControlType, ServerMessageResponse, ToolResult,
};
use interactly_webhooks::record::{Change, Damaged, RecordError, RecordedEvent};
use interactly_webhooks::validate::{Code, Finding, InvalidError, Report, Severity};
use interactly_webhooks::view::{KeyError, Latencies, Results, Status, Transcript, Turn};
use interactly_webhooks::webhook::UnknownBody;
use interactly_webhooks::wire::{
    Distribution, FreeForm, Loose, NotAnObject, Number, NumberOrText, OneOrMany, Other, Secret, Timestamp,
    UnknownValue,
};
use interactly_webhooks::workflow::{
    RunStatus, RunTrigger, Workflow, WorkflowEvent, WorkflowEventName, WorkflowRun, WorkflowSubscription,
};
use interactly_webhooks::{
    CallRecord, Category, DeliveryKey, Deviation, Drift, Event, EventHead, Family, Lenient, ParseError,
    ServerMessage, ServerMessageRequest, Webhook,
};
use serde::{Serialize, de::DeserializeOwned};

fn value<T: Clone + PartialEq + Debug + Send + Sync + Unpin + 'static>() {}
fn view<T: Clone + PartialEq + Debug + Send + Sync>() {}
fn payload<T: Clone + PartialEq + Debug + Send + Sync + Serialize + DeserializeOwned + 'static>() {}
/// What is said about bodies goes into JSON logs, and comes out of stores.
fn told<T: Clone + PartialEq + Debug + Send + Sync + Unpin + Serialize + 'static>() {}
#[cfg(feature = "simulate")]
fn simulated<T: Clone + Debug + Send + Sync + 'static>() {}
fn stored<T: Serialize + DeserializeOwned>() {}
/// An object starts empty: it prints `printed`, and is what is read from that.
fn object<T: Default + Debug + PartialEq + Serialize + DeserializeOwned>(printed: &str) {
    let empty = T::default();
    assert_eq!(serde_json::to_string(&empty).expect("prints"), printed);
    assert_eq!(serde_json::from_str::<T>(printed).expect("reads"), empty);
}

macro_rules! assert_all {
    ($check:ident: $($type:ty),+ $(,)?) => { $($check::<$type>();)+ };
}

#[test]
fn every_type_is_plain_data() {
    assert_all!(payload:
        Analysis, AnalysisPlan, Assistant, AssistantAnalysis, AssistantConfig, AssistantModel, AssistantOutcome,
        AssistantOverrides, AssistantPredefinedTools, AssistantProvider, AssistantServer, AssistantType,
        BackgroundSound, CallForwardData, DeepgramOptions, NoiseSuppressorConfig, PersistHistory, Rubric,
        SmartEndpointing, SmsConfiguration, Speech, StartSpeakingOptions, StopSpeakingOptions, Stt, SttFallback,
        SttModel, SttVendor, TtsAudioCacheScope, TtsConfig, TtsData, TtsModel, TtsVendor,
        UserInterruptionAckPlan, VariableValidation, WelcomeMessageMode,
        AnalysisCost, BotTurn, Call, CallEndTrigger, CallMetrics, CallStats, CallStatus, CallType, Cost,
        Direction, LatencyInterval, LlmStats, Monitor, PhoneCallStatus, Recording, SttStats, TtsStats, Turns,
        TurnsStats, UserAudio, UserTurn,
        Campaign, CampaignCall, CampaignCallStatus, CampaignEvent, CampaignEventName, CampaignHeader,
        CampaignReport, CampaignStatus, CampaignWebhookConfig, ProcessTimings,
        ControlData, ControlRequest, ControlResponse, ControlType, ToolResult,
        Customer, CallError, ErrorCode, ErrorDetails, ErrorProvider, ErrorType,
        MessageStatus, MessageType, ServerMessage, ServerMessageRequest, ServerMessageResponse,
        InteractlyEou, InteractlyPlayer, Message, MessageMetrics, Role, SkippedMessage, Timeline, TurnAudio,
        TurnLlm, TurnStt, TurnTts,
        Phone, PhoneProvider, PhoneProviderName,
        RunStatus, RunTrigger, Workflow, WorkflowEvent, WorkflowEventName, WorkflowRun, WorkflowSubscription,
        Webhook,
        Distribution, FreeForm, Language, Loose<CallForwardData>, Number, NumberOrText, OneOrMany<Language>,
        Secret, Timestamp,
        UnknownBody, CallRecord, RecordedEvent, Damaged,
    );
    assert_all!(value: UnknownValue, Other);
    assert_all!(told: KeyError, NotAnObject, RecordError, Change, Category, &'static Code, DeliveryKey, Deviation, Drift, Family, Finding, InvalidError,
        Lenient<Webhook>, ParseError, Report, Severity);
    assert_all!(stored: Category, Change, DeliveryKey, Drift, Family, ParseError, Severity);
    assert_all!(view: Event<'_>, EventHead<'_>, Latencies, Results<'_>, Status<'_>, Transcript<'_>, Turn<'_>);
    #[cfg(feature = "schema")]
    assert_all!(value: interactly_webhooks::schema::Profile);
    #[cfg(feature = "signature")]
    assert_all!(told: interactly_webhooks::signature::SignatureError);
    #[cfg(feature = "simulate")]
    {
        use interactly_webhooks::simulate::{Bodies, Body, Call, Campaign, Mishap, SimulateError, Workflow};
        assert_all!(told: SimulateError);
        assert_all!(simulated: Bodies, Body, Call, Campaign, Mishap, Workflow);
    }
}

/// What every object can be asked; an empty one has nothing to tell.
macro_rules! assert_verbs {
    ($($type:ty),+ $(,)?) => { $(
        let empty = <$type>::default();
        assert!(empty.drift().is_empty() && empty.redacted() == empty && empty.validate().is_valid());
    )+ };
}

#[test]
fn every_object_has_the_verbs() {
    assert_verbs!(
        ServerMessageRequest,
        ServerMessage,
        Call,
        Message,
        Assistant,
        CallError,
        CampaignEvent,
        CampaignWebhookConfig,
        WorkflowEvent,
        WorkflowSubscription,
        ControlRequest,
        ServerMessageResponse
    );
    for body in ["{}", r#"{"message":{}}"#, r#"{"campaign":{}}"#, r#"{"workflow":{}}"#] {
        let body = Webhook::from_str(body).expect("an object");
        assert!(body.drift().is_empty() && body.redacted() == body && body.validate().is_empty());
    }
}

#[test]
fn objects_start_empty() {
    object::<Assistant>("{}");
    object::<Call>("{}");
    object::<Message>("{}");
    object::<ServerMessage>("{}");
    object::<ServerMessageRequest>(r#"{"message":{}}"#);
    object::<CampaignEvent>(r#"{"campaign":{}}"#);
    object::<WorkflowEvent>(r#"{"workflow":{}}"#);
}

#[test]
fn an_error_fits_into_any_result() {
    fn fails() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Webhook::from_str("7")?;
        Ok(())
    }
    assert_eq!(
        fails().expect_err("no object").to_string(),
        "the body: found a number, expected an object (line 1, column 1)"
    );
    assert_eq!("{}".parse::<Webhook>().expect("an object").family(), Family::Unknown);
}
