// The usual way to hold a place: Go, Gin and MySQL, one transaction a hold, the show's row locked with SELECT … FOR UPDATE.
//
// It writes the same hold and seat_claims rows into the same tables of the same server as booking-service. It is spared what
// the tables do not need: it checks no access token, keeps no idempotency key that answers, no journal, no limits, no metrics,
// and logs nothing. Built from the distribution's packages, see scripts/bench.sh.
//
//	baseline-gin LISTEN DSN SHOW_ID FIRST_PLACE CAPACITY CONNECTIONS
package main

import (
	"database/sql"
	"encoding/binary"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
	_ "github.com/go-sql-driver/mysql"
)

type wish struct {
	Standing []struct {
		ZoneID   string `json:"zone_id" binding:"required"`
		Quantity uint32 `json:"quantity" binding:"required,min=1,max=100"`
	} `json:"standing" binding:"required,len=1,dive"`
}

type shop struct {
	db                             *sql.DB
	lockShow, addHold, addClaim    *sql.Stmt
	countShow                      *sql.Stmt
	show, firstPlace, capacity, id uint64
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func number(text string) uint64 { return must(strconv.ParseUint(text, 10, 64)) }

func newShop(db *sql.DB, show, firstPlace, capacity uint64) *shop {
	return &shop{
		db: db,
		// show_leases.version counts the places given: the counter that a row lock protects
		lockShow:  must(db.Prepare("SELECT version FROM show_leases WHERE show_id = ? FOR UPDATE")),
		countShow: must(db.Prepare("UPDATE show_leases SET version = ? WHERE show_id = ?")),
		addHold: must(db.Prepare("INSERT INTO holds (id, show_id, user_id, status, placement, created_at_us, expires_at_us, places, " +
			"key_hash, body_hash) VALUES (?, ?, ?, 1, 0, ?, ?, ?, '', '')")),
		addClaim: must(db.Prepare("INSERT INTO seat_claims (show_id, seat_no, hold_id, state) VALUES (?, ?, ?, 1)")),
		show:     show, firstPlace: firstPlace, capacity: capacity,
		id: uint64(time.Now().UnixMicro()) << 10,
	}
}

// The places of one hold, all or none.
func (s *shop) hold(quantity uint64, hold uint64, now time.Time) ([]uint64, error) {
	tx, err := s.db.Begin()
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	var given uint64
	if err := tx.Stmt(s.lockShow).QueryRow(s.show).Scan(&given); err != nil {
		return nil, err
	}
	if given+quantity > s.capacity {
		return nil, nil
	}
	places := make([]uint64, quantity)
	blob := make([]byte, 0, 4*quantity)
	for i := range places {
		places[i] = s.firstPlace + given + uint64(i)
		blob = binary.BigEndian.AppendUint32(blob, uint32(places[i]))
		if _, err := tx.Stmt(s.addClaim).Exec(s.show, places[i], hold); err != nil {
			return nil, err
		}
	}
	if _, err := tx.Stmt(s.addHold).Exec(hold, s.show, 1, now.UnixMicro(), now.Add(24*time.Hour).UnixMicro(), blob); err != nil {
		return nil, err
	}
	if _, err := tx.Stmt(s.countShow).Exec(given+quantity, s.show); err != nil {
		return nil, err
	}
	return places, tx.Commit()
}

func (s *shop) createHold(c *gin.Context) {
	var body wish
	if err := c.ShouldBindJSON(&body); err != nil {
		c.JSON(http.StatusUnprocessableEntity, gin.H{"detail": err.Error()})
		return
	}
	now, hold := time.Now(), atomic.AddUint64(&s.id, 1)
	places, err := s.hold(uint64(body.Standing[0].Quantity), hold, now)
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"detail": err.Error()})
		return
	}
	if places == nil {
		c.JSON(http.StatusConflict, gin.H{"detail": "not enough places"})
		return
	}
	c.JSON(http.StatusCreated, gin.H{
		"id": strconv.FormatUint(hold, 10), "show_id": strconv.FormatUint(s.show, 10), "places": places,
		"expires_at": now.Add(24 * time.Hour), "status": "active",
	})
}

func main() {
	if len(os.Args) != 7 {
		log.Fatal("usage: baseline-gin LISTEN DSN SHOW_ID FIRST_PLACE CAPACITY CONNECTIONS")
	}
	connections := int(number(os.Args[6]))
	db := must(sql.Open("mysql", os.Args[2]))
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	s := newShop(db, number(os.Args[3]), number(os.Args[4]), number(os.Args[5]))
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())
	router.GET("/readyz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ready"}) })
	router.POST("/holds", s.createHold)
	log.Fatal(router.Run(os.Args[1]))
}
