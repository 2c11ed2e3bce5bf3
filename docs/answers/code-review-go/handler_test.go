package account

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.ReleaseMode)
	os.Exit(m.Run())
}

const (
	ayu      = "9007199254740993" // 2^53 + 1: not a number of JavaScript
	budi     = "7301"
	nobody   = "7399"
	ayuToken = "token-of-ayu"
)

// table is the database of both versions, and writes down how it was asked.
type table struct {
	fails    error  // every query
	during   func() // a query
	typedNil bool   // how the original's db says that there is no row; else an error
	asked    []string
	contexts []context.Context
}

func row(id string) (User, bool) {
	users := map[string]User{
		ayu:  {ID: 9007199254740993, Email: "ayu@example.com", Name: "Ayu", PasswordHash: "$argon2id$secret", TOTPSecret: "JBSWY3DP", CreatedAt: time.Unix(0, 0)},
		budi: {ID: 7301, Email: "budi@example.com", Name: "Budi", PasswordHash: "$argon2id$secret", TOTPSecret: "JBSWY3DP", CreatedAt: time.Unix(0, 0)},
	}
	user, ok := users[id]
	return user, ok
}

func (t *table) ask(id string) error {
	t.asked = append(t.asked, id)
	if t.during != nil {
		t.during()
	}
	return t.fails
}

type correctedTable struct{ *table }

func (t correctedTable) FindUserByID(ctx context.Context, id uint64) (User, error) {
	t.contexts = append(t.contexts, ctx)
	if err := t.ask(fmt.Sprint(id)); err != nil {
		return User{}, err
	}
	if err := ctx.Err(); err != nil {
		return User{}, err
	}
	if user, ok := row(fmt.Sprint(id)); ok {
		return user, nil
	}
	return User{}, fmt.Errorf("users: %w", ErrNoSuchUser)
}

type originalTable struct{ *table }

func (t originalTable) FindUserByID(id string) (entity, error) {
	if err := t.ask(id); err != nil {
		return nil, err
	}
	if user, ok := row(id); ok {
		return &user, nil
	}
	if t.typedNil {
		var none *User
		return none, nil
	}
	return nil, ErrNoSuchUser
}

// version is one of the two handlers behind its server.
type version struct {
	table
	path   string // before the id
	server http.Handler
	log    []map[string]string
}

func corrected() *version {
	v := &version{path: "/api/users/"}
	verify := func(token string) (Caller, bool) {
		return Caller{ID: 9007199254740993, Admin: token == "token-of-admin"}, token == ayuToken || token == "token-of-admin"
	}
	v.server = Routes(correctedTable{&v.table}, verify, func(event string, fields map[string]string) {
		fields["event"] = event
		v.log = append(v.log, fields)
	})
	return v
}

func underReview() *version {
	v := &version{path: "/user/"}
	router := gin.New()
	original(router, originalTable{&v.table})
	v.server = router
	return v
}

func (v *version) send(request *http.Request) (answer *httptest.ResponseRecorder) {
	answer = httptest.NewRecorder()
	defer func() {
		if fault := recover(); fault != nil { // net/http would end the connection here
			answer.Code = 0
		}
	}()
	v.server.ServeHTTP(answer, request)
	return answer
}

func (v *version) get(id, token string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, v.path+id, nil)
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return v.send(request)
}

func body(answer *httptest.ResponseRecorder) map[string]interface{} {
	var fields map[string]interface{}
	_ = json.Unmarshal(answer.Body.Bytes(), &fields)
	return fields
}

func want(what string, got, wanted interface{}) error {
	if fmt.Sprint(got) != fmt.Sprint(wanted) {
		return fmt.Errorf("%s: %v, not %v", what, got, wanted)
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// promises are what the endpoint has to keep; each returns what is wrong.
var promises = []struct {
	name  string
	check func(v *version) error
}{
	{"WhatIsNoIDIsNotFoundAndNeverReachesTheDatabase", func(v *version) error {
		for _, id := range []string{"abc", "0", "-1", "+7301", "07301", "7301x", "9223372036854775808", "1%20OR%201=1", "1%00"} {
			if err := want(id, v.get(id, ayuToken).Code, http.StatusNotFound); err != nil {
				return err
			}
		}
		return want("queries", len(v.asked), 0)
	}},
	{"WithoutATokenNobodyIsToldAnything", func(v *version) error {
		for _, token := range []string{"", "forged"} {
			if err := want("status", v.get(ayu, token).Code, http.StatusUnauthorized); err != nil {
				return err
			}
		}
		return want("queries", len(v.asked), 0)
	}},
	{"SomebodyElsesAccountIsNotFound", func(v *version) error {
		answer := v.get(budi, ayuToken)
		return first(want("status", answer.Code, http.StatusNotFound), want("tells the address", strings.Contains(answer.Body.String(), "budi@"), false))
	}},
	{"ExistingAndMissingIdsAreToldAlikeSoNobodyCanCount", func(v *version) error {
		shown := func(id string) string {
			answer := v.get(id, ayuToken)
			fields := body(answer)
			delete(fields, "instance")
			delete(fields, "request_id")
			return fmt.Sprint(answer.Code, fields)
		}
		return first(want("answer", shown(budi), shown(nobody)), want("queries", len(v.asked), 0))
	}},
	{"OnlyNamedFieldsLeaveTheProcess", func(v *version) error {
		fields := body(v.get(ayu, ayuToken))
		var names []string
		for name := range fields {
			names = append(names, name)
		}
		sort.Strings(names)
		return want("fields", names, []string{"created_at", "email", "id", "name"})
	}},
	{"AnIdIsAStringSinceJavaScriptsNumbersEndBefore", func(v *version) error {
		id := body(v.get(ayu, ayuToken))["id"]
		return want("id", fmt.Sprintf("%T %v", id, id), "string "+ayu)
	}},
	{"AFaultIsLoggedWithTheRequestIdAndKeptFromTheCaller", func(v *version) error {
		v.fails = errors.New("dial tcp 10.0.0.7:3306: connection refused")
		answer := v.get(ayu, ayuToken)
		if err := want("log lines", len(v.log), 1); err != nil {
			return err
		}
		return first(
			want("what", v.log[0]["what"], v.fails.Error()),
			want("request id", v.log[0]["request_id"], answer.Header().Get("X-Request-Id")),
			want("told the caller", strings.Contains(answer.Body.String(), "10.0.0.7"), false),
		)
	}},
	{"AQueryEndsWithItsRequest", func(v *version) error {
		ctx, leave := context.WithCancel(context.Background())
		v.during = leave
		request := httptest.NewRequest(http.MethodGet, v.path+ayu, nil).WithContext(ctx)
		request.Header.Set("Authorization", "Bearer "+ayuToken)
		v.send(request)
		if err := want("contexts", len(v.contexts), 1); err != nil {
			return err
		}
		return want("ended", v.contexts[0].Err() != nil, true)
	}},
	{"AQueryHasADeadline", func(v *version) error {
		limited := false
		v.during = func() {
			if len(v.contexts) == 1 {
				_, limited = v.contexts[0].Deadline()
			}
		}
		v.get(ayu, ayuToken)
		return want("deadline", limited, true)
	}},
	{"NoRowIsNotFoundAndNoFault", func(v *version) error {
		return first(want("status", v.get(nobody, "token-of-admin").Code, http.StatusNotFound), want("log lines", len(v.log), 0))
	}},
	{"NoRowIsNotFoundAlsoWhenTheNilHasAType", func(v *version) error {
		v.typedNil = true
		return want("status", v.get(nobody, "token-of-admin").Code, http.StatusNotFound)
	}},
	{"AFaultThatPassesIs503WithRetryAfter", func(v *version) error {
		v.fails = errors.New("connection refused")
		answer := v.get(ayu, ayuToken)
		return first(want("status", answer.Code, http.StatusServiceUnavailable), want("Retry-After", answer.Header().Get("Retry-After"), "2"))
	}},
	{"ABugIsAnAnswerAndALogLine", func(v *version) error {
		v.during = func() { panic("index out of range") }
		answer := v.get(ayu, ayuToken)
		return first(want("status", answer.Code, http.StatusInternalServerError), want("log lines", len(v.log), 1))
	}},
	{"NoCacheKeepsAnAccount", func(v *version) error {
		for _, id := range []string{ayu, budi} {
			head := v.get(id, ayuToken).Header()
			if err := first(want("Cache-Control", head.Get("Cache-Control"), "no-store"), want("nosniff", head.Get("X-Content-Type-Options"), "nosniff")); err != nil {
				return err
			}
		}
		return nil
	}},
	{"ARefusalIsAProblemWithARequestId", func(v *version) error {
		v.fails = errors.New("connection refused") // a refusal of both versions
		answer := v.get(ayu, ayuToken)
		return first(
			want("type", answer.Header().Get("Content-Type"), "application/problem+json"),
			want("status", body(answer)["status"], answer.Code),
			want("has an id", answer.Header().Get("X-Request-Id") != "", true),
			want("request id", body(answer)["request_id"], answer.Header().Get("X-Request-Id")),
		)
	}},
	{"AForgedRequestIdIsReplaced", func(v *version) error {
		request := httptest.NewRequest(http.MethodGet, v.path+ayu, nil)
		request.Header.Set("X-Request-Id", "x\",\"level\":\"fatal")
		id := v.send(request).Header().Get("X-Request-Id")
		return want("made anew", len(id), 32)
	}},
	{"TheCollectionHasOneNameAndMeIsInIt", func(v *version) error {
		request := httptest.NewRequest(http.MethodGet, "/api/users/me", nil)
		request.Header.Set("Authorization", "Bearer "+ayuToken)
		return want("id", body(v.send(request))["id"], ayu)
	}},
}

func TestCorrected(t *testing.T) {
	for _, promise := range promises {
		check := promise.check
		t.Run(promise.name, func(t *testing.T) {
			if err := check(corrected()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAnAdminReadsEverybodys(t *testing.T) {
	if err := want("id", body(corrected().get(budi, "token-of-admin"))["id"], budi); err != nil {
		t.Error(err)
	}
}

// Each promise is broken by the handler under review: that is the review, by machine.
func TestTheOriginalBreaks(t *testing.T) {
	for _, promise := range promises {
		check := promise.check
		t.Run(promise.name, func(t *testing.T) {
			err := check(underReview())
			if err == nil {
				t.Fatal("is kept by the original")
			}
			t.Log(err)
		})
	}
}
