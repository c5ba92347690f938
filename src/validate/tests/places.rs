//! Every member of everything that can be validated, with the way to it.

use std::sync::LazyLock;

use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::campaign::CampaignWebhookConfig;
use crate::family::Family;
use crate::message::assistant::{AssistantServer, TtsData};
use crate::model::{Form, MemberForm, ObjectForm, Record};
use crate::outgoing::ControlRequest;
use crate::validate::{self, Report};
use crate::webhook::{Webhook, form_of};
use crate::workflow::WorkflowSubscription;

/// What is validated as a whole.
pub(super) struct Root {
    /// What stands before pointers into it: nothing for bodies, else the type and a space.
    pub(super) prefix: &'static str,
    pub(super) form: &'static ObjectForm,
    /// The report on a value of the type; none if it is not a value of the type.
    validate: fn(&Value) -> Option<Report>,
}

impl Root {
    const fn new<T: Record + DeserializeOwned>(prefix: &'static str) -> Self {
        Self {
            prefix,
            form: T::OBJECT,
            validate: |value| T::deserialize(value).ok().map(|body| validate::of(&body)),
        }
    }
}

pub(super) static ROOTS: LazyLock<Vec<Root>> = LazyLock::new(|| {
    let modelled = Family::ALL.into_iter().filter(|family| family.decided_by().is_some());
    let bodies = modelled.map(|family| Root {
        prefix: "",
        form: form_of(family),
        validate: |value| Webhook::deserialize(value).ok().map(|body| body.validate()),
    });
    let others = [
        Root::new::<WorkflowSubscription>("WorkflowSubscription "),
        Root::new::<CampaignWebhookConfig>("CampaignWebhookConfig "),
        Root::new::<ControlRequest>("ControlRequest "),
    ];
    bodies.chain(others).collect()
});

/// What stands there if anything does.
pub(super) fn present(form: Form) -> Form {
    if let Form::Optional(of) = form { present(*of) } else { form }
}

fn is_array(member: &MemberForm) -> bool {
    matches!(present(member.form), Form::Array(_))
}

/// A member below a root.
pub(super) struct Place {
    pub(super) root: &'static Root,
    /// The members on the way, the one itself last.
    way: Vec<&'static MemberForm>,
}

impl Place {
    pub(super) fn member(&self) -> &'static MemberForm {
        self.way.last().expect("a member")
    }

    /// The pointer, with `any` for the index of an element.
    pub(super) fn pointer(&self, any: &str) -> String {
        let mut pointer = String::new();
        for (position, member) in self.way.iter().enumerate() {
            let inside = position > 0 && is_array(self.way[position - 1]);
            let index = if inside { format!("/{any}") } else { String::new() };
            pointer = format!("{pointer}{index}/{}", member.wire);
        }
        pointer
    }

    /// The report on a body with `value` there, where conditions of bounds are met or are not;
    /// none if such a body is refused.
    pub(super) fn report(&self, value: Value, is_met: bool) -> Option<Report> {
        let mut value = value;
        for (position, member) in self.way.iter().enumerate().rev() {
            let holder = position.checked_sub(1).map(|before| self.way[before]);
            let form = holder.map_or(Some(self.root.form), |holder| holder.form.object()).expect("an object");
            let mut object = beside(form, is_met);
            object[member.wire] = value;
            value = if holder.is_some_and(is_array) { json!([object]) } else { object };
        }
        (self.root.validate)(&value)
    }
}

/// What else an object of the form must have so that it is read, and that conditions of bounds are met.
fn beside(form: &'static ObjectForm, is_met: bool) -> Value {
    let is = |other: &'static ObjectForm| std::ptr::eq(form, other);
    if let Some(family) = Family::ALL.into_iter().find(|family| is(form_of(*family))) {
        family.decided_by().map_or(json!({}), |member| json!({member: {}}))
    } else if is(AssistantServer::OBJECT) {
        json!({"enabled": is_met, "url": "https://example.com", "messages": ["hang"]})
    } else if is(TtsData::OBJECT) {
        json!({"enabled": is_met, "vendor": if is_met { "eleven-labs" } else { "cartesia" }})
    } else {
        json!({})
    }
}

/// Every member below the roots.
pub(super) fn places() -> Vec<Place> {
    fn collect(
        root: &'static Root,
        form: &'static ObjectForm,
        way: &mut Vec<&'static MemberForm>,
        found: &mut Vec<Place>,
    ) {
        for member in form.members {
            way.push(member);
            found.push(Place { root, way: way.clone() });
            if let Some(form) = member.form.object() {
                collect(root, form, way, found);
            }
            way.pop();
        }
    }
    let mut found = Vec::new();
    for root in ROOTS.iter() {
        collect(root, root.form, &mut Vec::new(), &mut found);
    }
    found
}
