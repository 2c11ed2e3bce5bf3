// Package account answers GET /api/users/:id: the corrected version of original.go.
package account

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// User is a row of the table; it never leaves the process as it is.
type User struct {
	ID           uint64
	Email, Name  string
	PasswordHash string
	TOTPSecret   string
	CreatedAt    time.Time
}

// view is what a caller may read of a row: named field by field, so that a new column stays inside. An id is a string, because
// JavaScript's numbers end at 2^53.
type view struct {
	ID        string `json:"id"`
	Email     string `json:"email"`
	Name      string `json:"name"`
	CreatedAt string `json:"created_at"`
}

// Users finds a row, or says ErrNoSuchUser. It returns no pointer: there is no nil to mistake.
type Users interface {
	FindUserByID(ctx context.Context, id uint64) (User, error)
}

var ErrNoSuchUser = errors.New("no such user")

// Caller is who has proven to be there.
type Caller struct {
	ID    uint64
	Admin bool
}

// Verify proves an access token; false when it is not good.
type Verify func(token string) (Caller, bool)

// Log takes one event, with fields and no secrets.
type Log func(event string, fields map[string]string)

// patience is how long a query may take before the caller is told to come again.
const patience = 2 * time.Second

const (
	requestIDKey = "request_id"
	callerKey    = "caller"
)

var goodRequestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// Routes is the whole server, ready to serve.
func Routes(users Users, verify Verify, log Log) *gin.Engine {
	router := gin.New()
	router.Use(identifyRequest, recoverFrom(log))
	router.NoRoute(notFound)
	router.GET("/api/users/:id", authenticate(verify), getUser(users, log))
	return router
}

func getUser(users Users, log Log) gin.HandlerFunc {
	return func(c *gin.Context) {
		caller := c.MustGet(callerKey).(Caller)
		id, ok := parseID(c.Param("id"), caller)
		// somebody else's account and none at all are one answer, given before the database is asked
		if !ok || (id != caller.ID && !caller.Admin) {
			notFound(c)
			return
		}
		ctx, cancel := context.WithTimeout(c.Request.Context(), patience)
		defer cancel()
		user, err := users.FindUserByID(ctx, id)
		switch {
		case errors.Is(err, ErrNoSuchUser):
			notFound(c)
		case err != nil:
			log("find_user_failed", map[string]string{"request_id": c.GetString(requestIDKey), "user": strconv.FormatUint(id, 10), "what": err.Error()})
			c.Header("Retry-After", "2")
			problem(c, http.StatusServiceUnavailable, "unavailable", "This part is not available right now")
		default:
			c.JSON(http.StatusOK, view{strconv.FormatUint(user.ID, 10), user.Email, user.Name, user.CreatedAt.UTC().Format(time.RFC3339)})
		}
	}
}

// parseID reads "me" or a decimal from 1 to 2^63-1 without sign, space or leading zero.
func parseID(text string, caller Caller) (uint64, bool) {
	if text == "me" {
		return caller.ID, true
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id < 1 || strconv.FormatInt(id, 10) != text {
		return 0, false
	}
	return uint64(id), true
}

func authenticate(verify Verify) gin.HandlerFunc {
	return func(c *gin.Context) {
		scheme, token, _ := strings.Cut(c.GetHeader("Authorization"), " ")
		if caller, ok := verify(token); ok && strings.EqualFold(scheme, "Bearer") {
			c.Set(callerKey, caller)
			return
		}
		c.Header("WWW-Authenticate", "Bearer")
		problem(c, http.StatusUnauthorized, "unauthenticated", "Send a valid access token")
	}
}

// identifyRequest gives each request an id that its answer and its log lines share. What is personal is kept by no cache.
func identifyRequest(c *gin.Context) {
	id := c.GetHeader("X-Request-Id")
	if !goodRequestID.MatchString(id) {
		var random [16]byte
		if _, err := rand.Read(random[:]); err != nil {
			panic(err)
		}
		id = hex.EncodeToString(random[:])
	}
	c.Set(requestIDKey, id)
	c.Header("X-Request-Id", id)
	c.Header("Cache-Control", "no-store")
	c.Header("X-Content-Type-Options", "nosniff")
}

func recoverFrom(log Log) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if fault := recover(); fault != nil {
				log("panic", map[string]string{"request_id": c.GetString(requestIDKey), "what": fmt.Sprint(fault)})
				problem(c, http.StatusInternalServerError, "internal-error", "Something went wrong on our side")
			}
		}()
		c.Next()
	}
}

func notFound(c *gin.Context) {
	problem(c, http.StatusNotFound, "not-found", "There is nothing at this address, or it is not yours")
}

// problem ends the request with a body as RFC 9457 has it.
func problem(c *gin.Context, status int, slug, title string) {
	c.Abort()
	c.Header("Content-Type", "application/problem+json") // gin keeps a type that is set
	c.JSON(status, gin.H{
		"type": "https://gelora.dev/problems/" + slug, "title": title, "status": status,
		"instance": c.Request.URL.Path, "request_id": c.GetString(requestIDKey),
	})
}
